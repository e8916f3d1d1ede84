/** One pane of a town: the add-in as it ships, on a computer's storage. It can be closed at any moment, mid-look too. */
import type { Addin } from "../../../src/addin/addin.ts";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { Ports, Service, Storage } from "../../../src/addin/ports.ts";
import { graphMail } from "../../../src/graph/graphMail.ts";
import { graphRequest } from "../../../src/graph/graphRequest.ts";
import type { Person } from "../../../src/sandbox/people.ts";
import { nodeDigest } from "../ports.ts";
import { everything, sandboxAddin } from "../sandboxMail.ts";
import { outlook, type Outlook } from "./outlook.ts";
import type { Town } from "./town.ts";

export interface Pane {
  readonly addin: Addin;
  readonly outlook: Outlook;
  readonly storage: Storage;
  readonly person: Person;
  /** From then on it hears no answer any more, whatever it waits for. */
  close(): void;
}

/** Makes the add-in and starts it. @param pageSize of changes */
export async function openPane(town: Town, person: Person, storage: Storage, pageSize = 7): Promise<Pane> {
  const timers = town.clock.ofPane();
  let closed = false;
  const never = new Promise<never>(() => undefined);
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    closed ? never : town.busy(work).then((value) => (closed ? never : value));
  let token: Promise<string> | null = null;
  const request = graphRequest({
    base: town.graph.base,
    token(force) {
      if (force || token === null) token = alive(() => town.graph.token(everything.join(" "), person.id));
      return token;
    },
    clock: town.clock.hurried,
    dice: () => 0.5,
    fetch: (address, init) => alive(() => town.graph.fetch(address as string, init)),
  });
  const beside = outlook(person, town.boxesOf(person), town.settingsOf(person), () => town.clock.now());
  const ports: Ports = {
    clock: timers.clock,
    digest: nodeDigest,
    mail: beside.mail,
    mailbox: graphMail(request, { addinId: sandboxAddin, scopes: everything, pageSize }),
    storage: { ...storage, lasting: true },
    service: heardThrough(town.service, alive),
    signIn: null,
    shippedPolicy: () => Promise.resolve(town.served),
  };
  const addin = createAddin(ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  return {
    ...{ addin, outlook: beside, storage, person },
    close() {
      closed = true;
      timers.stop();
    },
  };
}

function heardThrough(service: Service, alive: <T>(work: () => Promise<T>) => Promise<T>): Service {
  return {
    me: () => alive(() => service.me()),
    policy: () => alive(() => service.policy()),
    report: (facts) => alive(() => service.report(facts)),
    states: (inquiries) => alive(() => service.states(inquiries)),
    cover: (report) => alive(() => service.cover(report)),
    statistics: (department) => alive(() => service.statistics(department)),
    audit: (department) => alive(() => service.audit(department)),
  };
}
