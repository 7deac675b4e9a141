import { randomUUID } from "node:crypto";
import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { documentKind, documentTypes, type RequestDocument } from "@/model/request";

/** Whoever files for an application or a report; the database asks for the permission of the form. */
type Filing = Grant<"application.request"> | Grant<"report.file">;

/** Which field of which form a document is for, as the route of documents takes it. */
export const DocumentPlace = z.object({
  form: z.string().regex(/^(?:request:[A-Z]{1,40}|correction:SOL-\d{4}-\d{6,9})$/),
  field: z.string().regex(documentKind),
});
type FilePlace = { form: string; field: string };

export const requestFormOf = (application: string) => `request:${application}`;
export const correctionFormOf = (filingNumber: string) => `correction:${filingNumber}`;

const sealOf = (id: string) => `kept.file:${id}`;

const ofOwner = ({ actor }: Filing) => ({ person: actor.personId, provider: actor.provider.id });

/**
 * Stores a document that is uploaded before its form is sent, encrypted for its sender, for a day. False when no form
 * of the provider asks for it.
 */
export async function keepDocument(
  grant: Filing,
  place: FilePlace,
  document: RequestDocument,
): Promise<boolean> {
  const id = randomUUID();
  const { name, type, content } = document;
  const sealed = sealBytes(content, sealOf(id));
  const outcome = await call(databaseFor(grant), "keep_file", {
    ...ofOwner(grant),
    ...place,
    id,
    name,
    type,
    sealed,
  });
  if (outcome === "not_asked") return false;
  requireDone("keep_file_outcome", outcome);
  return true;
}

/** Names of the documents that this person has sent for a form already. */
export async function listKeptDocuments(
  grant: Filing,
  form: string,
): Promise<Partial<Record<string, string>>> {
  const rows = await call(databaseFor(grant), "list_kept_files", { ...ofOwner(grant), form });
  return Object.fromEntries(rows.map(({ field, fileName }) => [field, fileName]));
}

/** Deletes the stored documents of a form that was accepted. */
export async function dropKeptDocuments(grant: Filing, form: string): Promise<void> {
  await call(databaseFor(grant), "drop_kept_files", { ...ofOwner(grant), form });
}

/**
 * Completes the documents of a form by those uploaded before. While the form has errors, valid documents are
 * stored, so that they need not be sent again.
 */
export async function withKeptDocuments(
  grant: Filing,
  form: string,
  {
    fields,
    files,
    faults,
    isWrong,
  }: {
    /** The documents' fields of the form. */
    fields: readonly string[];
    files: Partial<Record<string, RequestDocument>>;
    faults: Readonly<Record<string, string>>;
    /** Whether a text of the form is wrong. */
    isWrong: boolean;
  },
): Promise<{ files: typeof files; faults: Record<string, string> }> {
  const whole = { ...files };
  const left = { ...faults };
  for (const field of fields) {
    if (whole[field] || (left[field] !== undefined && left[field] !== "missing")) continue;
    const kept = await readKeptDocument(grant, { form, field });
    if (kept === null) continue;
    whole[field] = kept;
    delete left[field];
  }
  if (isWrong || Object.keys(left).length > 0)
    for (const field of fields) {
      const arrived = files[field];
      if (arrived) await keepDocument(grant, { form, field }, arrived);
    }
  return { files: whole, faults: left };
}

/** A document that this person has sent for a form already. */
export async function readKeptDocument(grant: Filing, place: FilePlace): Promise<RequestDocument | null> {
  const row = await call(databaseFor(grant), "read_kept_file", { ...ofOwner(grant), ...place });
  const type = documentTypes.find((known) => known === row?.mediaType);
  return row && type ? { name: row.fileName, type, content: unsealBytes(row.sealed, sealOf(row.id)) } : null;
}
