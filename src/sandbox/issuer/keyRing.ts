/** The issuer's signing keys: new ones are added, old ones stay, and a restart keeps them. */
import { type CryptoKey, exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK } from "jose";
import type { FileStore } from "../keptFiles.ts";

const file = "issuer-keys.json";
const algorithm = "RS256";

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** As the key set publishes it. */
  readonly jwk: JWK;
}

interface KeptKey {
  readonly pkcs8: string;
  readonly jwk: JWK & { readonly kid: string };
}

export class KeyRing {
  readonly #files: FileStore;
  readonly #kept: KeptKey[];
  #keys: readonly SigningKey[];

  private constructor(files: FileStore, kept: readonly KeptKey[], keys: readonly SigningKey[]) {
    this.#files = files;
    this.#kept = [...kept];
    this.#keys = keys;
  }

  /** The keys of an earlier start, or a first one. */
  static async open(files: FileStore): Promise<KeyRing> {
    const text = await files.read(file);
    const kept = text === null ? [] : (JSON.parse(text.toString("utf8")) as readonly KeptKey[]);
    const keys = await Promise.all(
      kept.map(async ({ pkcs8, jwk }) => ({ kid: jwk.kid, jwk, privateKey: await importPKCS8(pkcs8, algorithm) })),
    );
    const ring = new KeyRing(files, kept, keys);
    if (keys.length === 0) await ring.rotate();
    return ring;
  }

  /** Public keys, oldest first. */
  get published(): readonly JWK[] {
    return this.#keys.map(({ jwk }) => jwk);
  }

  /** The newest key: what tokens are signed with. */
  get current(): SigningKey {
    const key = this.#keys.at(-1);
    if (!key) throw new Error("the key ring is empty");
    return key;
  }

  /** Signs with a new key from now on; tokens signed before stay valid, since their key stays published. */
  async rotate(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const kid = `sandbox-${this.#keys.length + 1}`;
    const jwk = { ...(await exportJWK(publicKey)), kid, use: "sig", alg: algorithm };
    const key: SigningKey = { kid, privateKey, jwk };
    this.#keys = [...this.#keys, key];
    this.#kept.push({ pkcs8: await exportPKCS8(privateKey), jwk });
    this.#files.write(file, () => JSON.stringify(this.#kept, null, 2));
  }
}
