/** Icons: that each surface has the sizes Outlook needs, and that a picture is as large as it claims. */
import { readFile } from "node:fs/promises";
import { fileOf } from "./addresses.ts";
import { addressBehind, attributeOf, child, elements, place, type Rule } from "./manifest.ts";
import type { XmlElement } from "./xml.ts";

const signature = "89504e470d0a1a0a";
const largestFile = 100 * 1024;

/** Outlook's ribbon; phones at one to three pixels a point. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Button: ["16", "32", "80"],
  MobileButton: ["25×1", "25×2", "25×3", "32×1", "32×2", "32×3", "48×1", "48×2", "48×3"],
};

interface Claim {
  readonly element: XmlElement;
  readonly address: string;
  /** Width and height in pixels. */
  readonly pixels: number;
}

function claims(manifest: XmlElement): readonly Claim[] {
  const top = [
    { name: "IconUrl", pixels: 64 },
    { name: "HighResolutionIconUrl", pixels: 128 },
  ].flatMap(({ name, pixels }) => {
    const element = child(manifest, name);
    return element === undefined ? [] : [{ element, address: attributeOf(element, "DefaultValue"), pixels }];
  });
  const surfaces = elements(manifest, "Image").flatMap((element) => {
    const resid = element.attributes.get("resid");
    if (resid === undefined) return [];
    const pixels = Number(attributeOf(element, "size")) * Number(element.attributes.get("scale") ?? "1");
    return [{ element, address: addressBehind(manifest, resid), pixels }];
  });
  return [...top, ...surfaces];
}

async function pictureProblem(file: string, pixels: number): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  // That a file is missing is said by the rule on files.
  if (bytes === null) return null;
  if (bytes.subarray(0, 8).toString("hex") !== signature || bytes.length < 24) return "is no PNG";
  // IHDR comes first: width and height, four bytes each (PNG specification §11.2.1).
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== pixels || height !== pixels) return `is ${width} × ${height} pixels, not ${pixels} × ${pixels}`;
  return bytes.length > largestFile ? `has ${bytes.length} bytes, Microsoft takes ${largestFile}` : null;
}

export const iconPixels: Rule = {
  name: "icons are as large as they claim",
  async problems(manifest, site) {
    const found = await Promise.all(
      claims(manifest).map(async ({ element, address, pixels }) => {
        const file = fileOf(address, site);
        const problem = file === null ? null : await pictureProblem(file, pixels);
        return problem === null ? [] : [`${place(element)}: ${address} ${problem}`];
      }),
    );
    return found.flat();
  },
};

export const iconSizes: Rule = {
  name: "every button has the icon sizes that Outlook needs",
  problems: (manifest) =>
    elements(manifest, "Control").flatMap((control) => {
      const sizes = (child(control, "Icon")?.children ?? []).map((image) =>
        [attributeOf(image, "size"), ...(image.attributes.has("scale") ? [attributeOf(image, "scale")] : [])].join("×"),
      );
      const missing = (needed[attributeOf(control, "xsi:type")] ?? []).filter((size) => !sizes.includes(size));
      return missing.map((size) => `${place(control)} ${attributeOf(control, "id")}: has no icon of ${size}`);
    }),
};
