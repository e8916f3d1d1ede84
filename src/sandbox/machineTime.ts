/** The machine's clock, apart from the sandbox's, which jumps: for what takes time by itself. */

export interface MachineTime {
  /** Milliseconds; only differences mean something. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export const machineTime: MachineTime = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** For a server: what still waits when it stops keeps no process alive. */
export const serverTime: MachineTime = {
  now: machineTime.now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
};
