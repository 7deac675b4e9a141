import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import type { RequestDocument } from "@/model/request";

/** A document that an application asks for, with what this provider has to do about it. */
export type DueDocument = Answer<"documents_due">[number];

/** The field of a document in a form. The certificate of the chamber has kept the name that forms gave it first. */
export const fieldOf = (kind: string): string => (kind === "chamber" ? "camara" : kind);

/** What an application asks of the provider for a request, or for the correction of one that was returned. */
export async function listDueDocuments(
  grant: Grant<"application.request">,
  application: string,
): Promise<DueDocument[]> {
  const { personId: person, provider } = grant.actor;
  return call(databaseFor(grant), "documents_due", { provider: provider.id, person, application });
}

/** Whether a form without this document is not taken. */
export const hasToCome = ({ required, due }: Pick<DueDocument, "required" | "due">): boolean =>
  required && (due === "missing" || due === "old");

/** What the form of a new request asks for: everything that does not stand from before. */
export const wantedInRequest = (documents: readonly DueDocument[]) =>
  documents.filter(({ due }) => due !== "none");

/** What a renewal asks for: what has to come again, and what was added to the list since. */
export const wantedInRenewal = (documents: readonly DueDocument[]) => documents.filter(hasToCome);

/** What a correction asks for: only what is due. Where nothing is, any may be changed, since the data may be wrong. */
export function wantedInCorrection(documents: readonly DueDocument[]): DueDocument[] {
  const due = documents.filter(({ due: what }) => what === "missing" || what === "fix" || what === "old");
  return due.length > 0 ? due : [...documents];
}

/** The files of a form as a SQL function takes them: what they are, and their contents in the same order. */
export type Uploads = {
  documents: { kind: string; name: string; type: string }[];
  contents: Buffer[];
};

/** The files that came for the documents that were asked for. */
export function uploadsOf(
  asked: readonly DueDocument[],
  files: Readonly<Partial<Record<string, RequestDocument>>>,
): Uploads {
  const uploads = asked.flatMap(({ kind }) => {
    const file = files[fieldOf(kind)];
    return file ? [{ kind, file }] : [];
  });
  return {
    documents: uploads.map(({ kind, file: { name, type } }) => ({ kind, name, type })),
    contents: uploads.map(({ file }) => file.content),
  };
}
