/** Office.js's spelling of a preset colour, "Preset7" or "None"; Graph writes "preset7" and "none". */
export function presetName(color: string): string {
  return color.charAt(0).toUpperCase() + color.slice(1);
}
