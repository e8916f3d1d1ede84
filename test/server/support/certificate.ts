/** A self-signed certificate for localhost, made for one test. */
import { generate } from "selfsigned";

/** @param until when it expires; a year from now when left out */
export async function testCertificate(until?: Date): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    ...(until && { notBeforeDate: new Date(until.getTime() - 86_400_000), notAfterDate: until }),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}
