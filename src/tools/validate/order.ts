/** The schema's sequence, for the parts that people move about: a misplaced element is refused as "invalid child". */
import { attributeOf, localName, place, within, type Rule } from "./manifest.ts";
import type { XmlElement } from "./xml.ts";

interface Sequence {
  readonly order: readonly string[];
  readonly required: readonly string[];
}

/** By element, or by its xsi:type where that decides. Source: Microsoft's XML schemas for mail add-ins, and their documentation. */
const sequences: Readonly<Record<string, Sequence>> = {
  OfficeApp: {
    order: [
      ...["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
      ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "FormSettings", "Permissions"],
      ...["Rule", "DisableEntityHighlighting", "VersionOverrides", "ExtendedOverrides"],
    ],
    required: [
      ...[
        "Id",
        "Version",
        "ProviderName",
        "DefaultLocale",
        "DisplayName",
        "Description",
        "IconUrl",
        "HighResolutionIconUrl",
      ],
      ...["SupportUrl", "Hosts", "Requirements", "FormSettings", "Permissions", "Rule", "VersionOverrides"],
    ],
  },
  VersionOverridesV1_0: {
    order: ["Description", "Requirements", "Hosts", "Resources", "VersionOverrides"],
    required: ["VersionOverrides"],
  },
  VersionOverridesV1_1: {
    order: [
      ...["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins"],
      ...["ConnectedServiceControls", "ExtendedPermissions"],
    ],
    required: ["Requirements", "Hosts", "Resources"],
  },
  MailHost: {
    order: ["Runtimes", "DesktopFormFactor", "MobileFormFactor"],
    required: ["DesktopFormFactor", "MobileFormFactor"],
  },
  DesktopFormFactor: {
    order: ["SupportsSharedFolders", "FunctionFile", "ExtensionPoint"],
    required: ["SupportsSharedFolders", "FunctionFile", "ExtensionPoint"],
  },
  MobileFormFactor: { order: ["FunctionFile", "ExtensionPoint"], required: ["ExtensionPoint"] },
  LaunchEvent: { order: ["LaunchEvents", "SourceLocation"], required: ["LaunchEvents", "SourceLocation"] },
  Button: {
    order: ["Label", "Tooltip", "Supertip", "Icon", "Action"],
    required: ["Label", "Supertip", "Icon", "Action"],
  },
  MobileButton: { order: ["Label", "Icon", "Action"], required: ["Label", "Icon", "Action"] },
  ShowTaskpane: {
    order: ["SourceLocation", "SupportsPinning", "SupportsNoItemContext", "SupportsMultiSelect"],
    required: ["SourceLocation"],
  },
  ExecuteFunction: { order: ["FunctionName"], required: ["FunctionName"] },
  Resources: { order: ["Images", "Urls", "ShortStrings", "LongStrings"], required: ["Images", "Urls"] },
};

function sequenceOf(element: XmlElement): Sequence | undefined {
  const type = attributeOf(element, "xsi:type");
  // The element <LaunchEvent> of one event holds nothing; the sequence is that of the extension point of this type.
  return sequences[type] ?? (localName(element) === "LaunchEvent" ? undefined : sequences[localName(element)]);
}

function misplaced(parent: XmlElement, { order }: Sequence): readonly string[] {
  let furthest = 0;
  return parent.children.flatMap((element) => {
    const index = order.indexOf(localName(element));
    if (index < 0) return [`${place(element)}: does not belong in ${localName(parent)}`];
    if (index < furthest) return [`${place(element)}: must stand before ${order[furthest] ?? ""}`];
    furthest = index;
    return [];
  });
}

function missing(parent: XmlElement, { required }: Sequence): readonly string[] {
  const present = parent.children.map(localName);
  return required.filter((name) => !present.includes(name)).map((name) => `${place(parent)}: has no ${name}`);
}

export const elementOrder: Rule = {
  name: "elements are there, in the schema's order",
  problems: (manifest) =>
    within(manifest).flatMap((element) => {
      const sequence = sequenceOf(element);
      return sequence === undefined ? [] : [...misplaced(element, sequence), ...missing(element, sequence)];
    }),
};
