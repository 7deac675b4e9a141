import { randomUUID } from "node:crypto";
import { z } from "zod";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { openPerson, personIdIndex } from "@/domain/account/sealed-fields";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { wordsPlace } from "@/domain/report/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import {
  bareIdNumber,
  type IdentityKind,
  idSpellings,
  kindsOfHolder,
} from "@/model/identity/identity-document";
import { Refusal } from "@/model/refusal";
import { type DeskRights, isOwnMailbox } from "./desk";
import { rightsIdIndex } from "./sealed-fields";

const text = z.string().nullable();
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .nullish()
    .transform((rows) => rows ?? []);
const opened = (sealed: string | null, place: string) =>
  sealed && unseal(Buffer.from(sealed, "base64"), place);

const Account = z
  .object({
    id: z.string(),
    ...{ email: text, name: z.string(), idKind: text, works: z.boolean(), cajaRole: text },
    ...{ idNumberPlain: text, idNumberSealed: text, mobilePlain: text, mobileSealed: text },
    ...{ createdAt: z.string(), endedAt: text },
    memberships: list(z.object({ company: z.string(), role: z.string(), from: z.string(), to: text })),
    consents: list(
      z.object({ purposes: z.array(z.string()), at: z.string(), ip: text, browser: text, revokedAt: text }),
    ),
    sessions: list(z.object({ from: z.string(), to: z.string(), ip: text, browser: text })),
    factors: list(z.object({ kind: z.string(), name: z.string(), at: z.string() })),
    documents: list(z.object({ name: z.string(), request: z.string(), at: z.string() })),
    acts: list(z.object({ action: z.string(), at: z.string(), ip: text })),
    /** How many acts there are; beyond a bound `acts` has the last ones. */
    actCount: z.number(),
  })
  .transform(({ idNumberSealed, mobileSealed, ...account }) =>
    openPerson({
      ...account,
      idNumberSealed: idNumberSealed === null ? null : Buffer.from(idNumberSealed, "base64"),
      mobileSealed: mobileSealed === null ? null : Buffer.from(mobileSealed, "base64"),
    }),
  );

const Order = z
  .object({
    ...{ id: z.string(), number: text, kind: z.string(), concept: text, state: z.string(), office: text },
    ...{ value: z.number(), balance: z.number(), issuedOn: z.string(), validUntil: z.string() },
    ...{ idKind: z.string(), idSealed: z.string(), nameSealed: z.string() },
    uses: list(z.object({ kind: z.string(), amount: z.number(), at: z.string(), company: text })),
    lookups: list(z.object({ at: z.string(), company: z.string(), outcome: z.string() })),
    reports: list(
      z.object({ id: z.string(), folio: z.string(), at: z.string(), wordsSealed: text, photo: z.boolean() }),
    ),
  })
  .transform(({ idSealed, nameSealed, reports, ...order }) => ({
    ...order,
    idNumber: opened(idSealed, affiliateIdPlace(order.id)),
    name: opened(nameSealed, affiliateNamePlace(order.id)),
    reports: reports.map(({ wordsSealed, ...report }) => ({
      ...report,
      words: opened(wordsSealed, wordsPlace(report.id)),
    })),
  }));

const Company = z.object({
  ...{ name: z.string(), nit: z.string(), email: text, phone: text, place: text, address: text },
  ...{ from: z.string(), to: text, account: text },
});

const HeldData = z.object({
  accounts: list(Account),
  invitations: list(z.object({ name: z.string(), email: text, company: z.string(), at: z.string() })),
  companies: list(Company),
  orders: list(Order),
  typed: list(z.object({ at: z.string(), company: z.string(), number: z.string() })),
  requests: list(z.object({ number: z.string(), kind: z.string(), at: z.string(), state: z.string() })),
});
/** What the product holds on one person, opened. */
export type HeldData = z.output<typeof HeldData>;

type Holder = Pick<DeskRights, "asker" | "mailboxProvenAt"> & {
  content: { idKind: IdentityKind; idNumber: string; email: string };
};

/**
 * By what the person of a request is found (`people_of_holder`): the ID number of their kind of document, which is the
 * NIT of whoever trades in their own name, and the mailbox when it is proven and their own.
 */
export function holderKeys(request: Holder) {
  const { idKind, idNumber, email } = request.content;
  return {
    person_index: personIdIndex(idNumber).toString("base64"),
    affiliate_indexes: idSpellings(idNumber).map((spelling) => affiliateIdIndex(spelling).toString("base64")),
    request_index: rightsIdIndex(idNumber).toString("base64"),
    numbers: idSpellings(idNumber),
    kinds: kindsOfHolder(idKind),
    email: isOwnMailbox(request) ? email : null,
    nit: bareIdNumber(idNumber),
  };
}

/**
 * Everything that the product holds on whom the request is about. It stands in the log.
 * @throws Refusal "rights_unproven" while nobody wrote down whose identity was seen
 */
export async function readHeldData(
  grant: Grant<"rights.handle">,
  request: Holder & { number: string },
  { ip }: { ip: string },
): Promise<HeldData> {
  const found = await call(databaseFor(grant), "collect_held_data", {
    actor: grant.actor.personId,
    number: request.number,
    step: randomUUID(),
    holder: holderKeys(request),
    ip,
  });
  if (found === null) throw new Refusal("rights_unproven");
  return HeldData.parse(found);
}

/** How much has this number under another kind of document, and is left out; null while nobody saw the identity. */
export const countLeftOut = (
  grant: Grant<"rights.handle">,
  request: Holder & { number: string },
): Promise<Answer<"count_left_out">> =>
  call(databaseFor(grant), "count_left_out", {
    actor: grant.actor.personId,
    number: request.number,
    holder: holderKeys(request),
  });
