/** Contents of attachments, one file each beside the mailbox. */
import { randomUUID } from "node:crypto";
import type { MailAttachment } from "../api.ts";
import type { FileStore } from "../keptFiles.ts";

export interface AttachedFile {
  readonly name: string;
  readonly contentType: string;
  readonly isInline: boolean;
  readonly bytes: Uint8Array;
}

export interface Attachments {
  keep(files: readonly AttachedFile[]): readonly MailAttachment[];
  content(id: string): Promise<Uint8Array | null>;
  forget(attachments: readonly MailAttachment[]): void;
  /** The same contents under new ids, for a forward or a delivered copy. */
  copy(attachments: readonly MailAttachment[]): Promise<readonly MailAttachment[]>;
}

const place = (id: string): string => `attachments/${id}`;
const known = /^[0-9a-f-]{36}$/;

export function attachmentsIn(files: FileStore): Attachments {
  const keep = (attached: readonly AttachedFile[]): readonly MailAttachment[] =>
    attached.map(({ name, contentType, isInline, bytes }) => {
      const id = randomUUID();
      files.write(place(id), () => bytes);
      return { id, name, contentType, size: bytes.byteLength, isInline };
    });
  const content = async (id: string): Promise<Uint8Array | null> => (known.test(id) ? files.read(place(id)) : null);
  return {
    keep,
    content,
    forget(attachments) {
      for (const { id } of attachments) files.remove(place(id));
    },
    async copy(attachments) {
      const contents = await Promise.all(attachments.map(({ id }) => content(id)));
      return keep(attachments.map((one, index) => ({ ...one, bytes: contents[index] ?? new Uint8Array() })));
    },
  };
}
