import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { inNormalForm } from "@/lib/format/normal-form";
import type { Grant } from "@/model/access";
import type { ApplicationDocumentInput } from "./requirement-schema";

/**
 * The kind of a new document, out of its name: "Registro sanitario" is "doc_registro_sanitario". Names that begin alike
 * have one kind, so the database numbers it where another paper has it.
 */
export function kindOfName(name: string): string {
  const words = inNormalForm(name, "NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["nuevo"];
  return `doc_${words.join("_")}`.slice(0, 40);
}

/**
 * Adds a document to those that an application asks for, or changes one. Requests that were sent keep what they were
 * asked for.
 * @throws Refusal "application_changed" when somebody saved after the form was opened · "document_name_taken" ·
 * "documents_full" · "not_allowed"
 */
export async function saveApplicationDocument(
  grant: Grant<"settings.edit">,
  { application, kind, version, sameAs, ...document }: ApplicationDocumentInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "save_application_document", {
    actor: grant.actor.personId,
    application,
    kind: kind || sameAs || kindOfName(document.name),
    version,
    own: !kind && !sameAs,
    rules: {
      name: document.name,
      hint: document.hint,
      example: document.example,
      required: document.required,
      largest_age_days: document.largestAgeDays,
      renewal_days: document.renewalDays,
      position: document.position,
      active: document.active,
    },
    ip: client.ip,
  });
  requireDone("application_outcome", outcome);
}
