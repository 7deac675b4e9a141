import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { listAccounts, type ShownAccount } from "@/db/queries/bank-account";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { findProvider } from "@/db/queries/provider";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { ApproveAccountInput, ProposeInput, RefuseAccountInput } from "./schema";
import { sealedAccount } from "./sealed-fields";

type Client = { ip: string };

/**
 * Proposes another account of a provider, for a second person to approve.
 * @throws Refusal "changed_since" when its account is not the one that was shown · "bank_account_waits" ·
 * "own_provider" · "provider_not_found"
 */
export async function proposeAccount(
  grant: Grant<"bank_account.manage">,
  { provider, current, account, reason }: ProposeInput,
  { ip }: Client,
): Promise<void> {
  const outcome = await call(databaseFor(grant), "propose_account", {
    actor: grant.actor.personId,
    provider,
    current,
    account: sealedAccount(account),
    reason,
    ip,
  });
  requireDone("bank_account_outcome", outcome);
}

/** The letter to a provider's owners; of the number it gets the last four digits alone. */
export type AccountNotice = (
  company: string,
  account: Pick<ShownAccount, "bank" | "kind" | "lastFour">,
) => Notice;

/**
 * Approves an account that another person proposed: from now on it is paid into. The owners are told.
 * @throws Refusal "bank_account_same_person" · "bank_account_decided" · "changed_since" · "own_provider"
 */
export async function approveAccount(
  grant: Grant<"bank_account.manage">,
  { provider, account, current }: ApproveAccountInput,
  compose: AccountNotice,
  { ip }: Client,
): Promise<void> {
  const db = databaseFor(grant);
  const [found, accounts, owners] = await Promise.all([
    findProvider(db, provider),
    listAccounts(db, provider),
    listOwners(db, provider),
  ]);
  const proposed = accounts.find(({ id }) => id === account);
  if (!found || !proposed) throw new Refusal("provider_not_found");
  const mails = composeNotices("provider.bank_account", account, owners, compose(found.legalName, proposed));
  const outcome = await call(db, "approve_account", {
    actor: grant.actor.personId,
    account,
    current,
    mails: mailsJson(mails),
    ip,
  });
  requireDone("bank_account_outcome", outcome);
}

/** Refuses a proposed account, or withdraws it. @throws Refusal "bank_account_decided" · "provider_not_found" */
export async function refuseAccount(
  grant: Grant<"bank_account.manage">,
  { account, reason }: RefuseAccountInput,
  { ip }: Client,
): Promise<void> {
  const actor = grant.actor.personId;
  const outcome = await call(databaseFor(grant), "refuse_account", { actor, account, reason, ip });
  requireDone("bank_account_outcome", outcome);
}
