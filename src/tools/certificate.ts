/** The sandbox's certificate for localhost: office-addin-dev-certs' trusted one when installed, else one of our own. */
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** True when the browser shows no warning. */
  readonly trusted: boolean;
}

async function readPair(
  folder: string,
  keyFile: string,
  certFile: string,
): Promise<{ key: string; cert: string } | null> {
  try {
    const [key, cert] = await Promise.all([
      readFile(path.join(folder, keyFile), "utf8"),
      readFile(path.join(folder, certFile), "utf8"),
    ]);
    const validTo = Date.parse(new X509Certificate(cert).validTo);
    return validTo > Date.now() + 86_400_000 ? { key, cert } : null;
  } catch {
    return null;
  }
}

async function make(): Promise<{ key: string; cert: string }> {
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + 397 * 86_400_000),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** @param folder where our own certificate is kept, so that one browser warning is enough for all starts */
export async function certificate(folder: string): Promise<Certificate> {
  const trusted = await readPair(path.join(homedir(), ".office-addin-dev-certs"), "localhost.key", "localhost.crt");
  if (trusted) return { ...trusted, trusted: true };
  const kept = await readPair(folder, "localhost.key", "localhost.crt");
  if (kept) return { ...kept, trusted: false };
  const made = await make();
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "localhost.key"), made.key, { mode: 0o600 });
  await writeFile(path.join(folder, "localhost.crt"), made.cert);
  return { ...made, trusted: false };
}
