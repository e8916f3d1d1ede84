/** An https server for this machine alone, and how it starts listening. */
import { fastify, type FastifyInstance } from "fastify";
import { SandboxCannotStart } from "./refusal.ts";
import { sentence } from "./wording.ts";

export interface TlsPair {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

/** @param bodyLimit bytes of the largest request body */
export function httpsApp({ key, cert }: TlsPair, bodyLimit = 8 * 1024 * 1024): FastifyInstance {
  const app = fastify({
    https: { key, cert },
    bodyLimit,
    // Event streams stay open until the server goes.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  return app;
}

/** What a person sees who opens this address once to accept its certificate, as Firefox asks for each port. */
export function greet(app: FastifyInstance): void {
  app.get("/", (request, reply) =>
    reply
      .header("cross-origin-resource-policy", "cross-origin")
      .type("text/plain; charset=utf-8")
      .send(sentence("portOpened", request.headers["accept-language"])),
  );
}

/**
 * Listens on the loopback addresses of "localhost" alone.
 *
 * @param option what names this port at the start, for the sentence
 * @throws SandboxCannotStart when the port is taken or may not be used
 */
export async function listen(app: FastifyInstance, port: number, option: string): Promise<void> {
  try {
    await app.listen({ port, host: "localhost" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      throw new SandboxCannotStart(`Port ${port} is taken by another program. Choose another with ${option}.`);
    }
    if (code === "EACCES") {
      throw new SandboxCannotStart(
        `Port ${port} may not be used by this account. Choose one above 1023 with ${option}.`,
      );
    }
    throw new SandboxCannotStart(`Port ${port} cannot be opened (${message}). Choose another with ${option}.`);
  }
}
