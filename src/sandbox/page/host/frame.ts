/** One page of the add-in in an iframe, with this page playing Outlook to its Office.js. */
import { answer } from "./methods.ts";
import { appContext } from "./appContext.ts";
import type { Answer } from "./answer.ts";
import {
  action,
  answerText,
  eventText,
  type Fields,
  fieldsOf,
  type OfficeRequest,
  parseRequest,
  textOf,
} from "./envelope.ts";
import { leaveFrame } from "./focus.ts";
import { type FrameIdentity, newIdentity, windowName } from "./identity.ts";
import { initialData } from "./initialData.ts";
import type { HostedAddin, OpenItem, OutlookWindow, Surface } from "./outlook.ts";
import { refusals } from "./refusals.ts";

export interface FrameSettings {
  /** Where the iframe goes; hidden or shown is the container's matter. */
  readonly container: HTMLElement;
  readonly title: string;
  /** The add-in's page, at the add-in's origin. */
  readonly url: string;
  readonly addin: HostedAddin;
  readonly outlook: OutlookWindow;
  readonly item: OpenItem | null;
  readonly surface: Surface;
  /** Called when the add-in asks to close its container. */
  readonly onClose?: () => void;
  /** JSON text for getInitializationContextAsync. */
  readonly context?: string;
}

export interface Completed {
  /** 0: the function ran; 11101: there is no such function. */
  readonly status: number;
  /** What the add-in gave to event.completed(). */
  readonly options: Fields;
}

/** As Outlook on the web sets it; Office.js needs scripts and its own origin (outlook-host-protocol §1.5). */
const permissions =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";

const dispatch = { completed: 94, closeContainer: 97, accessToken: 98 } as const;
/** Notices that want no answer (outlook-host-protocol §4.2). */
const notice = "ContextActivationManager_notifyHost";
const unanswered = new Set([notice, "ContextActivationManager_openWindowInHost"]);

/** `_errorCode` of an answer that is none. */
const errorHandlingRequest = -2;

const commandEvent = "appCommandInvoked";

export class AddinFrame {
  readonly iframe: HTMLIFrameElement;
  readonly #settings: FrameSettings;
  readonly #identity: FrameIdentity;
  readonly #registered = new Set<string>();
  readonly #waiting = new Map<string, (completed: Completed) => void>();
  readonly #ready: Promise<void>;
  readonly #stopClock: () => void;
  #becomeReady: () => void = () => undefined;
  #item: OpenItem | null;

  /** Starts the page in an iframe of its own. */
  constructor(settings: FrameSettings) {
    this.#settings = settings;
    this.#item = settings.item;
    this.#identity = newIdentity(settings.addin.id);
    this.#ready = new Promise((resolve) => (this.#becomeReady = resolve));
    window.addEventListener("message", this.#receive);
    this.#stopClock = settings.outlook.onClock(() => this.#setClock());
    this.iframe = document.createElement("iframe");
    this.iframe.title = settings.title;
    this.iframe.setAttribute("sandbox", permissions);
    // Before it is in the document: a name given later would not reach the page.
    this.iframe.name = windowName(this.#identity, settings.outlook.locale, settings.outlook.clockOffset());
    this.iframe.src = settings.url;
    settings.container.append(this.iframe);
  }

  dispose(): void {
    window.removeEventListener("message", this.#receive);
    this.#stopClock();
    this.iframe.remove();
  }

  /** Another item is shown, or none: Office.js swaps mailbox.item, then runs the add-in's handlers. */
  changeItem(item: OpenItem | null): void {
    this.#item = item;
    this.fire("olkItemSelectedChanged", item ? initialData(this.#settings.addin, this.#settings.outlook, item) : "");
  }

  /** An event for the add-in; nothing when it registered no handler. */
  fire(name: string, payload: unknown): void {
    if (this.#registered.has(name)) this.#post(eventText(this.#identity.conversation, name, payload));
  }

  /** Resolves when Office.js is ready for commands: right before onReady resolves (outlook-host-protocol §4). */
  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** Runs a function of the function file or the event runtime; resolves when it calls event.completed(). */
  async run(name: string, event: Fields): Promise<Completed> {
    await this.#ready;
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.fire(commandEvent, [id, name, JSON.stringify(event)]);
    });
  }

  /** Tells the shim in the frame how far the sandbox clock is from the machine's. */
  #setClock(): void {
    const { addin, outlook } = this.#settings;
    this.iframe.contentWindow?.postMessage({ sandboxClock: outlook.clockOffset() }, addin.origin);
  }

  #post(text: string): void {
    this.iframe.contentWindow?.postMessage(text, this.#settings.addin.origin);
  }

  #receive = (message: MessageEvent<unknown>): void => {
    const { origin } = this.#settings.addin;
    if (message.source !== this.iframe.contentWindow || message.origin !== origin) return;
    const request = parseRequest(message.data);
    if (request?.conversation !== this.#identity.conversation) return;
    void this.#answer(request);
  };

  async #answer(request: OfficeRequest): Promise<void> {
    if (request.name === notice && Array.isArray(request.data)) leaveFrame(this.iframe, request.data[1]);
    if (unanswered.has(request.name)) return;
    const data = await this.#dataFor(request);
    this.#post(answerText(request, data, data === null ? errorHandlingRequest : 0));
    if (request.actionType === action.register && request.name === commandEvent) this.#becomeReady();
  }

  /** What answers the request; null for a request that this host does not know. */
  #dataFor(request: OfficeRequest): Answer | null | Promise<Answer> {
    if (request.actionType === action.register) return { Error: this.#register(request.name) };
    if (request.actionType === action.unregister) {
      this.#registered.delete(request.name);
      return { Error: 0 };
    }
    const { addin, outlook } = this.#settings;
    switch (request.name) {
      case "ContextActivationManager_getAppContextAsync":
        this.#registered.clear(); // A page that loads anew starts the same conversation from the beginning (§3).
        return appContext(addin, outlook);
      case "GetInitialData":
        return initialData(addin, outlook, this.#item);
      case "ExecuteMethod":
        return this.#execute(fieldsOf(request.data));
      case "executeMethod":
        return { Version: 1, ...this.#common(fieldsOf(request.data)) };
      default:
        return null;
    }
  }

  /** The code for the registration of an event handler: 0, or why not. */
  #register(name: string): number {
    if (name === "dialogMessageReceived") return refusals.dialog.code;
    this.#registered.add(name);
    return 0;
  }

  async #execute(data: Fields): Promise<Answer> {
    const params = data["ApiParams"];
    const { addin, context = "", outlook, surface } = this.#settings;
    try {
      return await answer(Number(fieldsOf(data["MethodData"])["DispatchId"]), {
        params: Array.isArray(params) ? { "0": params[0] as unknown } : fieldsOf(params),
        item: this.#item,
        outlook,
        addin,
        surface,
        context,
      });
    } catch (problem) {
      // The sandbox server did not answer; Outlook says InternalServerError then, and an add-in must cope.
      console.warn("The sandbox could not answer the add-in:", problem);
      return { error: true, errorCode: 9042 };
    }
  }

  /** The layer shared by all of Office (outlook-host-protocol §8). */
  #common(data: Fields): Answer {
    switch (fieldsOf(data["DdaMethod"])["DispatchId"]) {
      case dispatch.completed:
        this.#complete(data);
        return { Error: 0 };
      case dispatch.closeContainer:
        this.#settings.onClose?.();
        return { Error: 0 };
      case dispatch.accessToken:
        return { Error: refusals.accessToken.code };
      default:
        return { Error: refusals.unknownCall.code };
    }
  }

  #complete(data: Fields): void {
    const id = textOf(data["0"]);
    const event: unknown = data["2"] ? JSON.parse(textOf(data["2"])) : {};
    this.#waiting.get(id)?.({ status: Number(data["1"]), options: fieldsOf(fieldsOf(event)["completedContext"]) });
    this.#waiting.delete(id);
  }
}
