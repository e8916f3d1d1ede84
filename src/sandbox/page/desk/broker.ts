/** Tokens for the add-in's frames: the sandbox server issues them, the person allows them. */
import { fieldsOf, textOf } from "../host/envelope.ts";
import type { Broker } from "../naa/bridge.ts";
import type { SandboxServer } from "../server.ts";
import type { Questions } from "./questions.ts";

type Account = Awaited<ReturnType<Broker["account"]>>;

function accountOf(answer: unknown): Account {
  const account = fieldsOf(fieldsOf(answer)["account"]);
  const homeAccountId = textOf(account["homeAccountId"]);
  const environment = textOf(account["environment"]);
  const tenantId = textOf(account["tenantId"]);
  return homeAccountId && environment && tenantId ? { homeAccountId, environment, tenantId } : null;
}

/** One broker for all frames of a person: the account is known from the first token on. */
export function tokenBroker(server: SandboxServer, questions: Questions): Broker {
  let account: Account = null;
  return {
    async ask(request) {
      const answer = await server.broker(request);
      account = accountOf(answer) ?? account;
      return answer;
    },
    prompt: (scopes) => questions.ask({ kind: "permission", scopes }).answer,
    account: () => Promise.resolve(account),
  };
}
