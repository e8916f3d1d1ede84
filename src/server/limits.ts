/** How much one caller may ask, and how long one connection may take for it. */
export interface Limits {
  /** Open at once, of all callers together; further ones are closed at once. */
  readonly connections: number;
  /**
   * How long a request may take to arrive, milliseconds. Its headers and a TLS handshake get a third of it; an answer
   * that nobody reads is given up after four times as long.
   */
  readonly requestMs: number;
  /** How long a connection waits for its next request, milliseconds: longer than a proxy in front keeps it. */
  readonly keepAliveMs: number;
  /** Of one person, or of one address without a valid token. */
  readonly requestsPerMinute: number;
  /** Of one person, or of one address without a valid token, under way at the same time. */
  readonly requestsAtOnce: number;
}

/** Far more than panes ask, so that only a runaway program or an attack meets them. */
export const usualLimits: Limits = {
  connections: 1000,
  requestMs: 30_000,
  keepAliveMs: 72_000,
  requestsPerMinute: 600,
  requestsAtOnce: 20,
};

/** 500 facts of the longest kind take about 200 kB; a batch of more is refused anyway. */
export const bodyLimit = 512 * 1024;
