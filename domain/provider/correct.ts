import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { findProvider } from "@/db/queries/provider";
import { municipalityCode } from "@/domain/account/company";
import { sealPerson } from "@/domain/account/sealed-fields";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { municipalityName } from "@/domain/place/municipalities";
import { changedSince, seenParts } from "@/domain/seen";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { type Correction, correctionForm } from "./correction";
import { openRepresentative } from "./representative";

/** A correction with its municipality as a DIVIPOLA code. */
export const CorrectionInput = correctionForm(municipalityCode);

export type CorrectedPart =
  | "legal_name"
  | "municipality"
  | "address"
  | "phone"
  | "person_name"
  | "person_document"
  | "person_mobile";

/** What was changed; of a person's document and mobile nothing but that they were. */
type CorrectedPartChange = { part: CorrectedPart; was: string; is: string };

/** Composes the e-mail to the owners: which data of which company, and why. */
export type CorrectionEmail = (
  company: string,
  changes: readonly CorrectedPartChange[],
  reason: string,
) => Notice;

/**
 * Corrects a provider's data; its owners are told what was changed, and why.
 * @throws Refusal "changed_since" when it is not what was shown · "same_data" · "provider_not_found"
 */
export async function correctProvider(
  grant: Grant<"provider.manage">,
  input: Correction,
  compose: CorrectionEmail,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const { provider, person, reason } = input;
  const [found, representative, owners] = await Promise.all([
    findProvider(db, provider),
    openRepresentative(db, provider),
    listOwners(db, provider),
  ]);
  if (!found) throw new Refusal("provider_not_found");
  const changes = changesOf({ ...found, person: representative }, input);
  const mails = composeNotices(
    "provider.corrected",
    randomUUID(),
    owners,
    compose(input.legalName, changes, reason),
  );
  const shown = seenParts(input.seen);
  const outcome = await call(db, "correct_provider", {
    provider,
    actor: grant.actor.personId,
    legalName: input.legalName,
    municipality: input.municipality,
    address: input.address,
    phone: input.phone,
    person: person?.id ?? null,
    personName: person?.name ?? null,
    idKind: person?.idKind ?? null,
    idNumber: null,
    mobile: null,
    sealed: person && sealPerson(person.id, person),
    reason,
    seen: shown,
    mails: mailsJson(mails),
    ip: client.ip,
  });
  if (outcome === "changed")
    throw changedSince(await call(db, "list_seen_changes", { kind: "provider", id: provider, was: shown }));
  requireDone("provider_outcome", outcome);
}

type Company = { legalName: string; municipality: string; address: string; phone: string };
type Representative = { name: string; idKind: string | null; idNumber: string | null; mobile: string | null };

/** What a correction changes, in the order of its form. */
function changesOf(
  was: Company & { person: Representative | null },
  is: Company & { person: Representative | null },
): CorrectedPartChange[] {
  const place = ({ municipality }: Company) => municipalityName(municipality);
  const document = (person: Representative | null) => `${person?.idKind ?? ""} ${person?.idNumber ?? ""}`;
  const company: CorrectedPartChange[] = [
    { part: "legal_name", was: was.legalName, is: is.legalName },
    { part: "municipality", was: place(was), is: place(is) },
    { part: "address", was: was.address, is: is.address },
    { part: "phone", was: was.phone, is: is.phone },
  ];
  const person: CorrectedPartChange[] = is.person
    ? [
        { part: "person_name", was: was.person?.name ?? "", is: is.person.name },
        { part: "person_document", was: document(was.person), is: document(is.person) },
        { part: "person_mobile", was: was.person?.mobile ?? "", is: is.person.mobile ?? "" },
      ]
    : [];
  return [...company, ...person].filter((change) => change.was !== change.is);
}
