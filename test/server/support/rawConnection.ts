/** A bare connection to the service, for bytes that no HTTP client would send. */
import { connect } from "node:net";

/** Sends the bytes and no more. @returns all that comes back until the connection ends */
export function exchange(port: number, sent: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.end(sent));
    socket.setTimeout(10_000, () => socket.destroy(new Error("the service did not answer")));
    socket.on("data", (chunk) => (said += chunk.toString()));
    // The service may end the connection before it has read everything.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => resolve(said));
  });
}
