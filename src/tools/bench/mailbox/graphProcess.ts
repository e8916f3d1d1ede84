/** Entry of the process in which Graph runs: orders come in as messages, answers go back under their number. */
import { graphHost, type Order } from "./graphHost.ts";

const carryOut = await graphHost();

process.on("message", (message) => {
  const { number, order } = message as { readonly number: number; readonly order: Order };
  carryOut(order).then(
    (answer) => process.send?.({ number, answer }),
    (error: unknown) => process.send?.({ number, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
process.send?.({ number: 0, answer: null });
