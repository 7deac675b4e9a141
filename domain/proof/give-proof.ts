import { z } from "zod";
import { databaseFor } from "@/db/client";
import { type Answer, type Args, call } from "@/db/contract/call";
import { findCajaProfile } from "@/db/queries/caja";
import { ownOf } from "@/db/queries/provider-own";
import { receiptNumber } from "@/domain/use/receipt-number";
import type { Grant } from "@/model/access";
import { comparedRows } from "@/model/comparison";
import { canonicalText, type ProofContent } from "@/model/proof";
import { proofNumber } from "./number";
import { signReceipt } from "./receipt-key";

type LookUpGrant = Grant<"order.look_up">;
type Client = { ip: string };

const ComparedRows = z.array(z.enum(comparedRows));

/**
 * The proof ("constancia") of a look-up of the grant's provider. Repeated requests return the same one; after a
 * comparison there is a second one, with the result. Null for other providers' look-ups and for ones without an
 * answer yet.
 */
export async function giveLookupProof(
  grant: LookUpGrant,
  lookupId: string,
  client: Client,
): Promise<string | null> {
  const args = { lookup: lookupId, ...ownOf(grant) };
  const found = await call(databaseFor(grant), "lookup_to_prove", args);
  if (!found) return null;
  if (found.known) return found.known;
  const { serial, at, result, comparedAt } = found;
  if (serial === null) throw new Error("a new proof has a number");
  const content: ProofContent = {
    ...placeOf(found),
    ...(await head(grant, proofNumber(serial, at), at)),
    kind: result && comparedAt ? "comparison" : "look_up",
    askedAt: found.askedAt.toISOString(),
    channel: found.channel,
    outcome: found.outcome,
    outcomeNow: found.outcomeNow,
    balance: found.balance,
    comparison:
      result && comparedAt
        ? { result, at: comparedAt.toISOString(), differing: ComparedRows.parse(found.differing) }
        : null,
  };
  return sign(grant, content, { lookup: lookupId, use: null, at, ip: client.ip });
}

/** The signed receipt of a use, or of its reversal, of the grant's provider. Null for other providers'. */
export async function giveUseProof(
  grant: LookUpGrant,
  ofUse: string,
  client: Client,
): Promise<string | null> {
  const args = { use: ofUse, ...ownOf(grant) };
  const found = await call(databaseFor(grant), "use_to_prove", args);
  if (!found) return null;
  const { known, useId, kind, serial, at, usedSerial, usedAt, givenAt, amount, balance, invoice } = found;
  if (known) return known;
  const content: ProofContent = {
    ...placeOf(found),
    ...(await head(grant, receiptNumber(serial, at), givenAt)),
    kind,
    at: at.toISOString(),
    amount,
    balance,
    invoice,
    undoes: kind === "undo" ? { number: receiptNumber(usedSerial, usedAt), at: usedAt.toISOString() } : null,
  };
  return sign(grant, content, { lookup: null, use: useId, at: givenAt, ip: client.ip });
}

/** Who asked or registered, where, and which order it was. */
function placeOf(row: NonNullable<Answer<"lookup_to_prove"> | Answer<"use_to_prove">>) {
  return {
    provider: { name: row.providerName, nit: `${row.providerNit}-${row.providerDigit}` },
    person: row.personName,
    branch: row.branchName,
    counter: row.counterName,
    order: {
      kindCode: row.kindCode,
      kindName: row.kindName ?? row.kindCode,
      number: row.number,
      value: row.value,
    },
  };
}

async function head(grant: LookUpGrant, number: string, at: Date) {
  const caja = await findCajaProfile(databaseFor(grant));
  return {
    version: 1 as const,
    number,
    givenAt: at.toISOString(),
    caja: { name: caja?.name ?? "", nit: caja?.nit ?? "" },
  };
}

async function sign(
  grant: LookUpGrant,
  facts: ProofContent,
  of: Pick<Args<"give_proof">, "lookup" | "use" | "at" | "ip">,
): Promise<string> {
  const db = databaseFor(grant);
  const content = canonicalText(facts);
  const { keyId, signature } = await signReceipt(db, "convenios/proof/v1", Buffer.from(content));
  return call(db, "give_proof", {
    ...of,
    kind: facts.kind,
    number: facts.number,
    content,
    key: keyId,
    signature,
    person: grant.actor.personId,
    provider: grant.actor.provider.id,
    session: grant.actor.sessionId,
  });
}
