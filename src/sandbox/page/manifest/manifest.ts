/** What the sandbox takes from manifest.xml: the add-in's buttons, pages and launch events. */
import type { HostedAddin } from "../host/outlook.ts";
import { child, elements, localValue, type Resources, resourcesOf } from "./resources.ts";

export type ButtonAction =
  | { readonly kind: "pane"; readonly url: string; readonly pinning: boolean }
  | { readonly kind: "function"; readonly name: string };

export interface AddinButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string | null;
  readonly action: ButtonAction;
}

/** A button of the ribbon, or a menu of several. */
export interface AddinControl {
  readonly id: string;
  readonly label: string;
  readonly icon: string | null;
  readonly buttons: readonly AddinButton[];
  readonly isMenu: boolean;
}

export interface LaunchEvent {
  readonly functionName: string;
  readonly page: string;
  readonly sendMode: "PromptUser" | "SoftBlock" | "Block";
}

export interface AddinManifest extends HostedAddin {
  readonly read: readonly AddinControl[];
  readonly compose: readonly AddinControl[];
  readonly functionFile: string | null;
  /** By event type, such as "OnMessageSend". */
  readonly events: ReadonlyMap<string, LaunchEvent>;
  /** The address of an image named by a notification. */
  image(resid: string): string | null;
}

function actionOf(control: Element, resources: Resources): ButtonAction | null {
  const action = child(control, "Action");
  const kind = action?.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
  if (kind === "ExecuteFunction")
    return { kind: "function", name: child(action, "FunctionName")?.textContent.trim() ?? "" };
  const url = resources.url(child(action, "SourceLocation")?.getAttribute("resid") ?? "");
  if (kind !== "ShowTaskpane" || url === null) return null;
  return { kind: "pane", url, pinning: child(action, "SupportsPinning")?.textContent.trim() === "true" };
}

function iconOf(control: Element, resources: Resources): string | null {
  const images = [...(child(control, "Icon")?.children ?? [])];
  const image = images.find((one) => one.getAttribute("size") === "32") ?? images[0];
  return resources.url(image?.getAttribute("resid") ?? "");
}

function labelOf(control: Element, resources: Resources): string {
  return resources.text(child(control, "Label")?.getAttribute("resid") ?? "");
}

function buttonOf(control: Element, resources: Resources): readonly AddinButton[] {
  const action = actionOf(control, resources);
  if (action === null) return [];
  const tip = resources.text(child(child(control, "Supertip"), "Description")?.getAttribute("resid") ?? "");
  const id = control.getAttribute("id") ?? "";
  return [{ id, label: labelOf(control, resources), tip, icon: iconOf(control, resources), action }];
}

function controlOf(control: Element, resources: Resources): AddinControl {
  const items = [...(child(control, "Items")?.children ?? [])];
  return {
    id: control.getAttribute("id") ?? "",
    label: labelOf(control, resources),
    icon: iconOf(control, resources),
    buttons: (items.length > 0 ? items : [control]).flatMap((one) => buttonOf(one, resources)),
    isMenu: items.length > 0,
  };
}

function extensionPoint(desktop: Element | undefined, type: string): Element | undefined {
  const points = desktop ? elements(desktop, "ExtensionPoint") : [];
  return points.find((one) => one.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") === type);
}

function eventsOf(point: Element | undefined, resources: Resources): ReadonlyMap<string, LaunchEvent> {
  const page = resources.url(child(point, "SourceLocation")?.getAttribute("resid") ?? "");
  if (point === undefined || page === null) return new Map();
  return new Map(
    elements(point, "LaunchEvent").map((event) => {
      const mode = event.getAttribute("SendMode");
      const sendMode = mode === "PromptUser" || mode === "Block" ? mode : "SoftBlock";
      return [
        event.getAttribute("Type") ?? "",
        { functionName: event.getAttribute("FunctionName") ?? "", page, sendMode },
      ];
    }),
  );
}

function permissionOf(text: string | undefined): HostedAddin["permission"] {
  return text === "ReadItem" || text === "ReadWriteItem" || text === "ReadWriteMailbox" ? text : "Restricted";
}

/**
 * Reads the innermost version overrides, as a client of today does.
 *
 * @param locale of the person, such as "fr-CA"
 * @param origin where the sandbox serves the add-in: every address of the manifest is moved there
 * @throws RangeError when the text is no manifest
 */
export function readManifest(text: string, locale: string, origin: string): AddinManifest {
  const page = new DOMParser().parseFromString(text, "text/xml");
  const overrides = elements(page, "VersionOverrides").at(-1);
  if (overrides === undefined) throw new RangeError("manifest.xml has no VersionOverrides");
  const resources = resourcesOf(overrides, locale, origin);
  const desktop = elements(overrides, "DesktopFormFactor")[0];
  const controls = (type: string): readonly AddinControl[] => {
    const point = extensionPoint(desktop, type);
    return point ? elements(point, "Control").map((one) => controlOf(one, resources)) : [];
  };
  return {
    id: elements(page, "Id")[0]?.textContent.trim() ?? "",
    name: localValue(elements(page, "DisplayName")[0], locale),
    origin,
    permission: permissionOf(elements(page, "Permissions")[0]?.textContent.trim()),
    appendOnSend: elements(page, "ExtendedPermission").some((one) => one.textContent.trim() === "AppendOnSend"),
    read: controls("MessageReadCommandSurface"),
    compose: controls("MessageComposeCommandSurface"),
    functionFile: resources.url(child(desktop, "FunctionFile")?.getAttribute("resid") ?? ""),
    events: eventsOf(extensionPoint(desktop, "LaunchEvent"), resources),
    image: (resid) => resources.url(resid),
  };
}
