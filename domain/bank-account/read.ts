import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import {
  findCurrentAccount,
  findOwnAccount,
  findRequestAccount,
  listAccounts,
  type ShownAccount,
} from "@/db/queries/bank-account";
import { findProvider } from "@/db/queries/provider";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { accountNumberPlace } from "./sealed-fields";

/** Which kind of document an account belongs to. */
const CERTIFICATE = "bank_certificate";

/** Whether a form asks for an account, and what is known of it already; null when it asks for none. */
export type WantedAccount = { needed: boolean; known: ShownAccount | null } | null;

const isCertificate = ({ kind }: { kind: string }) => kind === CERTIFICATE;

/** Whether the certificate of an account is among these documents. */
export const asksForAccount = (asked: readonly { kind: string }[]): boolean => asked.some(isCertificate);

/**
 * What a request's form asks of an account: nothing, unless it asks for the bank's certificate. Nor does a renewal where
 * there is one, since another one takes two people.
 */
export async function wantedAccount(
  grant: Grant<"application.request">,
  asked: readonly { kind: string; required: boolean }[],
  request: string | null,
  renews = false,
): Promise<WantedAccount> {
  const certificate = asked.find(isCertificate);
  if (!certificate) return null;
  const db = databaseFor(grant);
  const own = request === null ? null : await findOwnAccount(db, grant, request);
  const current = await findOwnAccount(db, grant, null);
  if (renews && current !== null) return null;
  const known = own?.state === "requested" ? own : current;
  return { needed: certificate.required && known === null, known };
}

/**
 * The account of a request for its desk, with its number for who decides on it, which is written down once. Of a renewal
 * the one that its provider has, if it has one: the renewal brings no other.
 */
export async function readRequestAccount(
  grant: Grant<"request.read">,
  { id, renews, providerId }: { id: string; renews: boolean; providerId: string },
  { decides, ip }: { decides: boolean; ip: string },
): Promise<(ShownAccount & { number: string | null }) | null> {
  const db = databaseFor(grant);
  const own = await findRequestAccount(db, id);
  const isDecided = own !== null && own.state !== "requested";
  const account = (renews && !isDecided ? await findCurrentAccount(db, providerId) : null) ?? own;
  if (!account) return null;
  const reads = decides && account.state === "requested";
  return { ...account, number: reads ? await numberOf(grant, account.id, ip) : null };
}

async function numberOf(
  grant: Grant<"request.read"> | Grant<"bank_account.manage">,
  account: string,
  ip: string,
): Promise<string | null> {
  const actor = grant.actor.personId;
  const sealed = await call(databaseFor(grant), "read_account_number", { actor, account, ip });
  return sealed && unseal(sealed, accountNumberPlace(account));
}

/** The accounts of a provider for who changes them; the one that waits has its number. Null when there is no such provider. */
export async function readAccounts(grant: Grant<"bank_account.manage">, id: string, { ip }: { ip: string }) {
  const db = databaseFor(grant);
  const provider = z.uuid().safeParse(id).success ? await findProvider(db, id) : null;
  if (!provider) return null;
  const accounts = await listAccounts(db, id);
  const proposed = accounts.find(({ state }) => state === "proposed") ?? null;
  return {
    provider,
    current: accounts.find(({ state }) => state === "current") ?? null,
    proposed: proposed && {
      ...proposed,
      number: await numberOf(grant, proposed.id, ip),
      isOwn: proposed.proposerId === grant.actor.personId,
    },
    before: accounts.filter(({ state }) => state === "replaced" || state === "refused"),
  };
}
