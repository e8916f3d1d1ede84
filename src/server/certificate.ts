/** The service's own certificate: read at start, and taken anew when its files change, as renewals do. */
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createSecureContext, type Server } from "node:tls";
import type { Logger } from "pino";
import { dayMs, type Result } from "../domain/time.ts";
import { tlsOptions } from "./httpServer.ts";
import type { StartWords } from "./startWording.ts";

export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Renewals are due well before this; who has none yet should know. */
const warnBeforeMs = 14 * dayMs;
const lookEveryMs = 60_000;

/** @throws Error when the two do not belong together, or are no certificate and key */
function validTo({ cert, key }: Certificate): number {
  createSecureContext({ cert, key });
  return Date.parse(new X509Certificate(cert).validTo);
}

async function filesOf({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(certFile, "utf8"), readFile(keyFile, "utf8")]);
  return { cert, key };
}

/**
 * @param now the machine's clock, epoch milliseconds: browsers know no other
 * @returns the pair, with a warning when it has expired or is about to, or which setting is wrong
 */
export async function readCertificate(
  files: CertificateFiles,
  said: StartWords,
  now: number,
): Promise<Result<Certificate>> {
  const wrong = (path: string, message: string) => ({ path, message, severity: "error" as const });
  const [cert, key] = await Promise.allSettled([readFile(files.certFile, "utf8"), readFile(files.keyFile, "utf8")]);
  const missing = [
    { read: cert, path: "CIVICREPLY_TLS_CERT", file: files.certFile },
    { read: key, path: "CIVICREPLY_TLS_KEY", file: files.keyFile },
  ].flatMap(({ read, path, file }) =>
    read.status === "fulfilled"
      ? []
      : wrong(path, said.noFile(file, (read.reason as NodeJS.ErrnoException).code ?? "")),
  );
  if (cert.status !== "fulfilled" || key.status !== "fulfilled") return { ok: false, problems: missing };
  const value = { cert: cert.value, key: key.value };
  let end: number;
  try {
    end = validTo(value);
  } catch {
    return { ok: false, problems: [wrong("CIVICREPLY_TLS_CERT", said.noPair)] };
  }
  if (end > now + warnBeforeMs) return { ok: true, value, warnings: [] };
  const day = new Date(end).toISOString().slice(0, 10);
  const message = end > now ? said.expires(day) : said.expired(day);
  return { ok: true, value, warnings: [{ path: "CIVICREPLY_TLS_CERT", message, severity: "warning" }] };
}

/**
 * Looks at the files once a minute and serves a new pair from then on; connections that are open keep the old one. A pair
 * that does not fit together yet, because only one file is written, waits for the next look.
 *
 * @returns a function that ends the looking
 */
export function followCertificate(
  server: Pick<Server, "setSecureContext">,
  files: CertificateFiles,
  first: Certificate,
  log: Logger,
  everyMs = lookEveryMs,
): () => void {
  let served = first;
  const look = async (): Promise<void> => {
    try {
      const found = await filesOf(files);
      if (found.cert === served.cert && found.key === served.key) return;
      const until = new Date(validTo(found)).toISOString();
      server.setSecureContext(tlsOptions(found));
      served = found;
      log.info({ until }, "a new certificate is served");
    } catch (error) {
      log.warn({ err: error }, "the certificate's files cannot be used; the old one is served");
    }
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => clearInterval(timer);
}
