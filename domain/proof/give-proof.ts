import { databaseFor } from "@/db/client";
import { findCajaProfile } from "@/db/queries/caja";
import { findLookupToProve, findUseToProve, keepProof, type NewProof } from "@/db/queries/proof";
import { receiptNumber } from "@/domain/use/receipt-number";
import type { Grant } from "@/model/access";
import { canonicalText, type ProofContent } from "@/model/proof";
import { proofNumber } from "./number";
import { signReceipt } from "./receipt-key";

type LookUpGrant = Grant<"order.look_up">;
type Client = { ip: string };

/**
 * The "constancia" of an answer to the grant's own provider. Asked again it is the same one; once the paper
 * was compared there is a second, with the result. Null for others' and for what was not answered yet.
 */
export async function giveLookupProof(
  grant: LookUpGrant,
  lookupId: string,
  client: Client,
): Promise<string | null> {
  const found = await findLookupToProve(databaseFor(grant), grant, lookupId);
  if (!found) return null;
  const { known, serial, at, askedAt, comparison, ...rest } = found;
  if (known) return known;
  const kind = comparison ? "comparison" : "look_up";
  const content: ProofContent = {
    ...rest,
    ...(await head(grant, proofNumber(serial, at), at)),
    kind,
    askedAt: askedAt.toISOString(),
    comparison: comparison && { ...comparison, at: comparison.at.toISOString() },
  };
  return sign(grant, content, { lookupId, useId: null, at, ip: client.ip });
}

/** The signed receipt of a use of the grant's own provider, or of what took it back. Null for others'. */
export async function giveUseProof(
  grant: LookUpGrant,
  ofUse: string,
  client: Client,
): Promise<string | null> {
  const found = await findUseToProve(databaseFor(grant), grant, ofUse);
  if (!found) return null;
  const { known, useId, serial, at, used, givenAt, ...rest } = found;
  if (known) return known;
  const content: ProofContent = {
    ...rest,
    ...(await head(grant, receiptNumber(serial, at), givenAt)),
    at: at.toISOString(),
    undoes:
      found.kind === "undo"
        ? { number: receiptNumber(used.serial, used.at), at: used.at.toISOString() }
        : null,
  };
  return sign(grant, content, { lookupId: null, useId, at: givenAt, ip: client.ip });
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
  said: ProofContent,
  of: Pick<NewProof, "lookupId" | "useId" | "at" | "ip">,
): Promise<string> {
  const db = databaseFor(grant);
  const content = canonicalText(said);
  const signed = await signReceipt(db, "convenios/proof/v1", Buffer.from(content));
  return keepProof(db, grant, { ...of, ...signed, kind: said.kind, number: said.number, content });
}
