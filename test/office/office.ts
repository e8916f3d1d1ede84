/** A made-up Office.js in front of one item, with the refusals of the real one where a test scripts them. */
import { jest } from "@jest/globals";

type Callback = (result: unknown) => void;

export interface Script {
  /** Requirement sets of Mailbox that are supported; all when left out. */
  readonly versions?: readonly string[];
  /** Error codes by method, such as { "masterCategories.addAsync": 7000 }; -1 throws, 0 never answers. */
  readonly codes?: Readonly<Record<string, number>>;
  readonly item?: Record<string, unknown> | null;
  /** Further methods that the mailbox has. */
  readonly mailbox?: readonly string[];
  /** What is selected in Outlook's list. */
  readonly selected?: readonly Record<string, unknown>[];
  readonly master?: { displayName: string; color: string }[];
}

export interface MadeUpOffice {
  readonly calls: (readonly [string, ...unknown[]])[];
  readonly properties: Record<string, unknown>;
  readonly method: (name: string, value?: unknown) => (...rest: unknown[]) => void;
}

/** Puts `Office` into the globals until the next call. */
export function madeUpOffice(script: Script = {}): MadeUpOffice {
  const calls: (readonly [string, ...unknown[]])[] = [];
  const properties: Record<string, unknown> = {};

  const method =
    (name: string, value?: unknown) =>
    (...rest: unknown[]) => {
      const callback = [...rest].reverse().find((each) => typeof each === "function") as Callback | undefined;
      calls.push([name, ...rest.filter((each) => typeof each !== "function")]);
      const code = script.codes?.[name];
      if (code === -1) throw Object.assign(new Error("no permission"), { code: 7000 });
      if (code === 0) return;
      const result = typeof value === "function" ? (value as (...args: unknown[]) => unknown)(...rest) : value;
      callback?.(
        code === undefined
          ? { status: "succeeded", value: result }
          : { status: "failed", error: { code, name: "E", message: "refused" } },
      );
    };

  const bag = {
    get: (key: string) => properties[key],
    set: (key: string, text: unknown) => void (properties[key] = text),
    saveAsync: method("saveAsync"),
  };
  const master = script.master ?? [];
  const item =
    script.item === null
      ? null
      : { itemType: "message", loadCustomPropertiesAsync: method("loadCustomPropertiesAsync", bag), ...script.item };

  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: "succeeded" },
      CoercionType: { Html: "html", Text: "text" },
      EventType: { ItemChanged: "itemChanged", SelectedItemsChanged: "selectedItemsChanged" },
      HostType: { Outlook: "Outlook" },
      onReady: () => Promise.resolve({ host: "Outlook" }),
      MailboxEnums: {
        ItemType: { Message: "message" },
        ItemNotificationMessageType: { InformationalMessage: "informationalMessage" },
        CategoryColor: { Preset0: "Preset0", Preset1: "Preset1", Preset4: "Preset4", Preset7: "Preset7" },
      },
      context: {
        displayLanguage: "en-CA",
        requirements: {
          isSetSupported: (_: string, version: string) => script.versions?.includes(version) ?? true,
        },
        mailbox: {
          item,
          userProfile: { displayName: "Robin Clerk", emailAddress: "robin@pinewood.example" },
          addHandlerAsync: method("addHandlerAsync"),
          getSelectedItemsAsync: method("getSelectedItemsAsync", () => script.selected ?? []),
          displayMessageFormAsync: method("displayMessageFormAsync"),
          ...Object.fromEntries((script.mailbox ?? []).map((name) => [name, method(name)])),
          masterCategories: {
            getAsync: method("masterCategories.getAsync", () => master),
            addAsync: method("masterCategories.addAsync", (added: typeof master) => void master.push(...added)),
          },
        },
      },
    },
  });
  jest.useRealTimers();
  return { calls, properties, method };
}
