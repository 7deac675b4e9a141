import { cajaDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { listHoldersOf, listNumbersOf } from "@/db/queries/rights-claim";
import { openPerson } from "@/domain/account/sealed-fields";
import { affiliateIdPlace } from "@/domain/order/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import type { CajaActor } from "@/model/access";
import { idSpellings, isIdentityKind, kindsOfHolder } from "@/model/identity/identity-document";
import { rightsIdIndex } from "./sealed-fields";

/** A claim about somebody's data that is not decided yet; whoever of the caja sees these is told of it. */
export type Claim = Answer<"open_claims">[number];
/** The claims about what has this id. */
export type ClaimsOf = (id: string | null) => readonly Claim[];
/** The claims of whoever has this ID; a kind that is not known may be any. */
type ClaimsOfHolder = (idKind: string | null, idNumber: string | null) => readonly Claim[];

const none = () => [];

/** By the ID of whose data they are; null while there is none at all. */
async function findOpenClaims(actor: CajaActor): Promise<ClaimsOfHolder | null> {
  const claims = await call(cajaDatabase(), "open_claims", { actor: actor.personId });
  if (claims.length === 0) return null;
  const byIndex = new Map<string, Claim[]>();
  for (const claim of claims) {
    const index = claim.idIndex.toString("base64");
    byIndex.set(index, [...(byIndex.get(index) ?? []), claim]);
  }
  return (idKind, idNumber) =>
    idNumber
      ? idSpellings(idNumber)
          .flatMap((spelling) => byIndex.get(rightsIdIndex(spelling).toString("base64")) ?? [])
          .filter((claim) => mayBeOneHolder(claim.idKind, idKind))
      : [];
}

const mayBeOneHolder = (one: string | null, other: string | null): boolean =>
  one === null || other === null || !isIdentityKind(one) || kindsOfHolder(one).some((kind) => kind === other);

export const claimsOfHolders = async (actor: CajaActor): Promise<ClaimsOfHolder> =>
  (await findOpenClaims(actor)) ?? none;

/** The claims of the affiliates of these orders, by the order's id. Their numbers are opened only while claims wait. */
export async function claimsOfOrders(actor: CajaActor, orderIds: readonly string[]): Promise<ClaimsOf> {
  const claims = orderIds.length > 0 ? await findOpenClaims(actor) : null;
  if (!claims) return none;
  const holders = await listHoldersOf(cajaDatabase(), orderIds);
  return byId(
    holders.map(({ id, idKind, sealed }) => [id, claims(idKind, unseal(sealed, affiliateIdPlace(id)))]),
  );
}

/** The claims of these people, by the person's id. */
export async function claimsOfPeople(actor: CajaActor, personIds: readonly string[]): Promise<ClaimsOf> {
  const claims = personIds.length > 0 ? await findOpenClaims(actor) : null;
  if (!claims) return none;
  const people = await listNumbersOf(cajaDatabase(), personIds);
  return byId(people.map((row) => [row.id, claims(row.idKind, openPerson(row).idNumber)]));
}

function byId(found: readonly (readonly [string, readonly Claim[]])[]): ClaimsOf {
  const claims = new Map(found);
  return (id) => (id && claims.get(id)) || [];
}
