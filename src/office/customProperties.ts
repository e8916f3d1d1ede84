/** Custom properties of the open item: one bag per item and add-in, read and written as a whole. */
import { callOffice, tellOffice } from "./callOffice.ts";

type Item = Pick<Office.MessageRead, "loadCustomPropertiesAsync">;

/** The JSON value under a key, or null when there is none or it is no JSON. */
export async function readProperty(item: Item, key: string): Promise<unknown> {
  const bag = await load(item);
  const text: unknown = bag.get(key);
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** @throws OutsideError where the item may not be written to */
export async function writeProperty(item: Item, key: string, value: unknown): Promise<void> {
  const bag = await load(item);
  bag.set(key, JSON.stringify(value));
  await tellOffice((done) => bag.saveAsync(done));
}

function load(item: Item): Promise<Office.CustomProperties> {
  return callOffice<Office.CustomProperties>((done) => item.loadCustomPropertiesAsync(done));
}
