/** The service as a process of its own, so that it can be stopped, killed and started again like a real one. */
import { type ChildProcess, fork } from "node:child_process";
import { request } from "node:https";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/main.js", import.meta.url));
const patienceMs = 20_000;

export class ServiceProcess {
  #child: ChildProcess | null = null;
  #clockOffset = 0;
  readonly #env: NodeJS.ProcessEnv;
  readonly #origin: string;
  readonly #ca: string;

  constructor(env: NodeJS.ProcessEnv, origin: string, ca: string) {
    this.#env = env;
    this.#origin = origin;
    this.#ca = ca;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Starts the process and waits until it answers. @throws Error with the service's own last words when it does not */
  async start(): Promise<void> {
    if (this.#child) return;
    const child = fork(main, [], { env: { ...process.env, ...this.#env }, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    this.#child = child;
    let said = "";
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("exit", () => {
      if (this.#child === child) this.#child = null;
    });
    this.setClock(this.#clockOffset);
    if (!(await this.#answers(child))) {
      throw new Error(said.trim() || "The service ended before it answered, and said nothing.");
    }
  }

  /** Asks it to stop and waits; after ten seconds it is killed. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await gone;
    clearTimeout(force);
  }

  /** @param offset milliseconds to add to the machine's clock; only a service started for the sandbox listens */
  setClock(offset: number): void {
    this.#clockOffset = offset;
    if (this.#child?.connected) this.#child.send({ type: "clock", offset });
  }

  async #answers(child: ChildProcess): Promise<boolean> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
      if (await this.#isHealthy()) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  #isHealthy(): Promise<boolean> {
    return new Promise((resolve) => {
      const asked = request(`${this.#origin}/health`, { ca: this.#ca, timeout: 2000 }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      });
      asked.on("error", () => resolve(false));
      asked.on("timeout", () => asked.destroy());
      asked.end();
    });
  }
}
