/** What the add-in keeps in the mailbox itself, so that every computer of the person finds it. */
import { OutsideError } from "../addin/ports.ts";
import { tellOffice } from "./callOffice.ts";

const key = "civicreply";

/** Null at first, and where another version wrote something that is no JSON. */
export function remembered(): Promise<unknown> {
  const text: unknown = settings().get(key);
  if (typeof text !== "string") return Promise.resolve(null);
  try {
    return Promise.resolve(JSON.parse(text) as unknown);
  } catch {
    return Promise.resolve(null);
  }
}

/** @throws OutsideError when Outlook cannot save it now */
export async function remember(value: unknown): Promise<void> {
  const kept = settings();
  kept.set(key, JSON.stringify(value));
  await tellOffice((done) => kept.saveAsync(done));
}

function settings(): Office.RoamingSettings {
  const { roamingSettings } = Office.context as Partial<Office.Context>;
  if (roamingSettings === undefined) throw new OutsideError("unsupported", "no roaming settings");
  return roamingSettings;
}
