/** The pane in Outlook: builds the ports, makes the add-in, shows it. The only place that knows every adapter. */
import { createRoot } from "react-dom/client";
import { loadChunks } from "../addin/chunk.ts";
import { createAddin } from "../addin/createAddin.ts";
import type { MailClient, Ports, SignIn, Storage as KeptStorage } from "../addin/ports.ts";
import { browserStorage } from "../browser/browserStorage.ts";
import { chance } from "../browser/chance.ts";
import { laterService } from "../browser/laterService.ts";
import { sitePolicy, siteSettings } from "../browser/siteFiles.ts";
import { systemClock } from "../browser/systemClock.ts";
import { webLocks } from "../browser/turns.ts";
import { digest } from "../browser/digest.ts";
import type { SiteSettings } from "../contract/settings.ts";
import type { GraphSite } from "../graph/call.ts";
import { laterGraphMail } from "../graph/laterGraphMail.ts";
import { nestedSignIn } from "../graph/signIn.ts";
import { isDraft, openOfficeItem } from "../office/item.ts";
import { officeMail } from "../office/officeMail.ts";
import { startOffice } from "../office/startOffice.ts";
import { App } from "./App.tsx";
import { OutsideOutlook } from "./nothing/OutsideOutlook.tsx";
import { textFor } from "./text/useText.tsx";

function signInOf({ clientId, authority }: SiteSettings): SignIn | null {
  return clientId !== undefined && authority !== undefined ? nestedSignIn({ clientId, authority }) : null;
}

function portsOf(settings: SiteSettings, mail: MailClient, storage: KeptStorage): Ports {
  const clock = systemClock();
  const signIn = signInOf(settings);
  const tokenFor = (scopes: readonly string[]) => (force: boolean, claims?: string) => {
    if (signIn === null) throw new Error("a service or Graph is set, but no client id and authority");
    return signIn.silently(scopes, force, claims);
  };
  const { service, serviceScope, graph, graphScopes, graphPageSize, addinId } = settings;
  return {
    clock,
    digest: digest(),
    mail,
    signIn,
    storage,
    mailbox:
      graph === undefined || signIn === null
        ? null
        : laterGraphMail(
            { base: graph, token: tokenFor(graphScopes), clock, dice: chance, panes: panesOf(mail) },
            { addinId, scopes: graphScopes, pageSize: graphPageSize },
          ),
    service:
      service === undefined || serviceScope === undefined || signIn === null
        ? null
        : laterService({ origin: service, token: tokenFor([serviceScope]) }),
    shippedPolicy: () => sitePolicy("policy.json"),
  };
}

function panesOf({ user }: MailClient): GraphSite["panes"] {
  const manager = webLocks();
  return manager && { manager, owner: user.address };
}

function scopesOf({ service, serviceScope, graph, graphScopes }: SiteSettings): readonly (readonly string[])[] {
  return [
    ...(service !== undefined && serviceScope !== undefined ? [[serviceScope]] : []),
    ...(graph !== undefined ? [graphScopes] : []),
  ];
}

async function show(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  if (!(await startOffice())) {
    root.render(<OutsideOutlook text={await textFor(navigator.language)} />);
    return;
  }
  const mail = officeMail();
  document.documentElement.lang = mail.language;
  const item = openOfficeItem();
  // Beside a draft the first sentence stands in a part of its own: it comes meanwhile.
  if (item !== null && isDraft(item)) void loadChunks();
  const [settings, storage, text] = await Promise.all([
    // Without its site's settings the pane knows no service and no Graph, and still shows the due date (rule 9).
    siteSettings("settings.json").catch((): SiteSettings => ({ addinId: "", graphScopes: [] })),
    browserStorage(mail.user.address),
    textFor(mail.language),
  ]);
  const ports = portsOf(settings, mail, storage);
  const addin = createAddin(ports, { dice: chance, scopes: scopesOf(settings) });
  root.render(<App addin={addin} text={text} />);
  // Back from sleep, or from another tab: what was true may be true no more.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void addin.refresh();
  });
  window.addEventListener("online", () => void addin.refresh());
  await addin.start();
  await loadChunks();
}

const container = document.getElementById("root");
if (container) void show(container);
