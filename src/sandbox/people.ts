/** The four invented people of the sandbox, their shared mailboxes, and the ids of its invented tenant. */
import type { SandboxPerson } from "./api.ts";

export const tenantId = "7c1f0a52-3b64-4e0d-9a57-5c0d4b1e9f10";
/** One app registration for add-in and service, as the manual for a site advises. */
export const clientId = "2e9d8c41-6f03-4b7a-8f65-0b1a7d3c5e20";
export const apiScope = `api://${clientId}/access_as_user`;
/** The group of Planning's supervisors: what DEPARTMENTS_BY_GROUP of the service names. */
export const supervisorGroup = "b5a4f3d2-90c8-4d17-a6be-3f2e1d0c9b30";

export interface Person extends SandboxPerson {
  /** Group object ids in the token. */
  readonly groups: readonly string[];
}

/** A mailbox that several people work in: nobody signs in with it. */
export interface SharedMailbox {
  readonly id: string;
  readonly oid: string;
  readonly name: string;
  readonly address: string;
  /** Ids of the people who have full access. */
  readonly members: readonly string[];
}

/** Whose mailbox: a person's own, or a shared one. */
export type MailboxOwner = Pick<SharedMailbox, "id" | "oid" | "name" | "address">;

export const people: readonly Person[] = [
  {
    id: "employee",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910001",
    name: "Jordan Tremblay-Reid",
    address: "jordan.tremblay-reid@sprucegrove.example",
    title: "Planning Clerk",
    roles: [],
    groups: [],
  },
  {
    id: "colleague",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910002",
    name: "Winston Abernathy-Cruz",
    address: "winston.abernathy-cruz@sprucegrove.example",
    title: "Planning Clerk",
    roles: [],
    groups: [],
  },
  {
    id: "supervisor",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910003",
    name: "Ines Callowhill",
    address: "ines.callowhill@sprucegrove.example",
    title: "Supervisor",
    roles: ["Supervisor"],
    groups: [supervisorGroup],
  },
  {
    id: "administrator",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910004",
    name: "Rowan Achterby",
    address: "rowan.achterby@sprucegrove.example",
    title: "Records Administrator",
    roles: ["Administrator"],
    groups: [],
  },
];

/** Addresses of two departments, as assets/sandbox/policy.json names them. */
export const sharedMailboxes: readonly SharedMailbox[] = [
  {
    id: "shared-planning",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910201",
    name: "Planning and Development",
    address: "planning@sprucegrove.example",
    members: ["employee", "colleague", "supervisor"],
  },
  {
    id: "shared-info",
    oid: "a1000000-5a3e-4c1b-8d2f-6e7f80910202",
    name: "City of Spruce Grove",
    address: "info@sprucegrove.example",
    members: ["employee", "administrator"],
  },
];

export const mailboxOwners: readonly MailboxOwner[] = [...people, ...sharedMailboxes];

export function personById(id: string): Person | null {
  return people.find((person) => person.id === id) ?? null;
}

/** Who or what receives mail at that address in the sandbox. */
export function ownerByAddress(address: string): MailboxOwner | null {
  return mailboxOwners.find((owner) => owner.address === address.trim().toLowerCase()) ?? null;
}

/** The shared mailboxes that a person works in. */
export function sharedWith(person: Pick<Person, "id">): readonly SharedMailbox[] {
  return sharedMailboxes.filter(({ members }) => members.includes(person.id));
}
