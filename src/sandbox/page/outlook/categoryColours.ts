/** Exchange's preset colours as pairs of Fluent tokens that keep their contrast in light and dark. */
import { tokens } from "@fluentui/react-components";

interface Colours {
  readonly backgroundColor: string;
  readonly color: string;
}

const red: Colours = { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorPaletteRedForeground2 };
const orange: Colours = {
  backgroundColor: tokens.colorPaletteDarkOrangeBackground2,
  color: tokens.colorPaletteDarkOrangeForeground2,
};
const peach: Colours = {
  backgroundColor: tokens.colorPalettePeachBackground2,
  color: tokens.colorPalettePeachForeground2,
};
const yellow: Colours = {
  backgroundColor: tokens.colorPaletteYellowBackground2,
  color: tokens.colorPaletteYellowForeground2,
};
const green: Colours = {
  backgroundColor: tokens.colorPaletteGreenBackground2,
  color: tokens.colorPaletteGreenForeground2,
};
const teal: Colours = {
  backgroundColor: tokens.colorPaletteTealBackground2,
  color: tokens.colorPaletteTealForeground2,
};
const olive: Colours = {
  backgroundColor: tokens.colorPaletteForestBackground2,
  color: tokens.colorPaletteForestForeground2,
};
const blue: Colours = {
  backgroundColor: tokens.colorPaletteBlueBackground2,
  color: tokens.colorPaletteBlueForeground2,
};
const purple: Colours = {
  backgroundColor: tokens.colorPalettePurpleBackground2,
  color: tokens.colorPalettePurpleForeground2,
};
const cranberry: Colours = {
  backgroundColor: tokens.colorPaletteCranberryBackground2,
  color: tokens.colorPaletteCranberryForeground2,
};
const steel: Colours = {
  backgroundColor: tokens.colorPaletteSteelBackground2,
  color: tokens.colorPaletteSteelForeground2,
};
const neutral: Colours = { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 };

/** In the order of Preset0 to Preset24; the dark ones repeat their light fellows. */
const presets: readonly Colours[] = [
  ...[red, orange, peach, yellow, green, teal, olive, blue, purple, cranberry, steel, steel],
  ...[neutral, neutral, neutral, red, orange, peach, yellow, green, teal, olive, blue, purple, cranberry],
];

/** @param preset "Preset0" to "Preset24" in any case, or "None" */
export function categoryColours(preset: string): Colours {
  const number = /^preset(\d+)$/i.exec(preset)?.[1];
  return presets[Number(number ?? -1)] ?? neutral;
}
