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

/** The account that a provider goes on being paid into, whatever its form brings: another one takes two people. */
export const accountThatStays = async (
  grant: Grant<"application.request">,
  asked: readonly { kind: string }[],
): Promise<ShownAccount | null> =>
  asked.some(isCertificate) ? findOwnAccount(databaseFor(grant), grant, null) : null;

/**
 * What a request's form asks of an account: nothing, unless it asks for the bank's certificate of a provider without
 * one.
 */
export async function wantedAccount(
  grant: Grant<"application.request">,
  asked: readonly { kind: string; required: boolean }[],
  request: string | null,
): Promise<WantedAccount> {
  const certificate = asked.find(isCertificate);
  if (!certificate || (await accountThatStays(grant, asked))) return null;
  const own = request === null ? null : await findOwnAccount(databaseFor(grant), grant, request);
  const known = own?.state === "requested" ? own : null;
  return { needed: certificate.required && known === null, known };
}

/**
 * The account of a request for its desk, with its number for who decides on it, which is written down once. Where its
 * provider has one, that one, unless the request's own was approved: the request brings no other.
 */
export async function readRequestAccount(
  grant: Grant<"request.read">,
  { id, providerId }: { id: string; providerId: string },
  { decides, ip }: { decides: boolean; ip: string },
): Promise<(ShownAccount & { number: string | null }) | null> {
  const db = databaseFor(grant);
  const own = await findRequestAccount(db, id);
  const isApproved = own?.state === "current" || own?.state === "replaced";
  const account = (isApproved ? null : await findCurrentAccount(db, providerId)) ?? own;
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
