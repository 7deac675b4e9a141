import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { findProvider } from "@/db/queries/provider";
import {
  listMovedUses,
  listSettlement,
  listUsesById,
  type ShownUse,
  sumCharged,
} from "@/db/queries/settlement";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { receiptNumber } from "@/domain/use/receipt-number";
import { formatPesos } from "@/lib/format/money";
import type { Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import type { Period } from "@/model/settlement";
import { MOST_OF_SCOPE, type SettleInput } from "./schema";

/** The e-mail to the owners about an objection. Its texts are passed in, since domain/ holds none. */
export type ObjectionEmail = (
  receipts: string[],
  reason: string,
  days: Period,
  of: { providerId: string; company: string },
) => Notice;

/**
 * Moves uses of a provider to another state of the settlement, all or none: those that are ticked, or all of a state
 * in the period. The owners get an e-mail about an objection.
 * @throws Refusal "changed_since" when one of them is not as it was shown · "settlement_changed"
 * · "settlement_too_many" when they are more than one form moves · "cufe_taken"
 * · "invoice_other_cufe" · "invoice_sum" when an invoice's uses are not what it says · "in_payment" when one of them
 * waits in a payment run · "undo_waits" when the provider asked to take one of them back · "own_provider" when the
 * person works or worked there · "not_allowed"
 */
export async function settle(
  grant: Grant<"settlement.manage">,
  posted: SettleInput,
  compose: ObjectionEmail,
  client: { ip: string },
): Promise<void> {
  const input = { ...posted, uses: await chosenUses(grant, posted) };
  const mails = input.to === "objected" ? await objectionMails(grant, input, compose) : [];
  const { providerId, uses, to, invoice, cufe, value, reason } = input;
  const outcome = await call(databaseFor(grant), "settle_uses", {
    actor: grant.actor.personId,
    provider: providerId,
    uses: uses.map(({ id }) => id),
    to,
    invoice,
    cufe,
    reason,
    mails: mailsJson(mails),
    ip: client.ip,
    versions: uses.map(({ version }) => version),
    value: to === "invoiced" ? value : null,
  });
  if (outcome === "changed") {
    const moved = await listMovedUses(databaseFor(grant), input.providerId, input.uses);
    throw new Refusal(
      "changed_since",
      undefined,
      undefined,
      moved.map(({ serial, at, state }) => ({ what: receiptNumber(serial, at), now: state })),
    );
  }
  if (outcome === "invoice_sum") {
    const ids = uses.map(({ id }) => id);
    const sum = await sumCharged(databaseFor(grant), providerId, { ids, cufe });
    throw new Refusal("invoice_sum", undefined, undefined, [
      { what: "invoiceSays", now: formatPesos(value ?? 0) },
      { what: "usesSum", now: formatPesos(sum) },
      { what: "difference", now: formatPesos(Math.abs((value ?? 0) - sum)) },
    ]);
  }
  requireDone("settle_outcome", outcome);
}

/** The ticked uses, or all of a state in the period if they are still as many and as much as the page said. */
async function chosenUses(grant: Grant<"settlement.manage">, input: SettleInput): Promise<ShownUse[]> {
  const { scope, uses, providerId, from, until } = input;
  if (scope === "marked") return uses;
  if (scope.uses > MOST_OF_SCOPE) throw new Refusal("settlement_too_many");
  if (!from || !until) throw new Refusal("settlement_changed");
  const page = { state: scope.state, limit: MOST_OF_SCOPE };
  const all = await listSettlement(databaseFor(grant), providerId, { from, to: until }, page);
  const amount = all.reduce((sum, use) => sum + use.amount, 0);
  if (all.length !== scope.uses || amount !== scope.amount) throw new Refusal("settlement_changed");
  return all.map(({ useId, version }) => ({ id: useId, version }));
}

async function objectionMails(
  grant: Grant<"settlement.manage">,
  { providerId, uses: shown, reason }: SettleInput,
  compose: ObjectionEmail,
) {
  const db = databaseFor(grant);
  const [uses, owners, provider] = await Promise.all([
    listUsesById(
      db,
      providerId,
      shown.map(({ id }) => id),
    ),
    listOwners(db, providerId),
    findProvider(db, providerId),
  ]);
  const [first, last] = [uses.at(0), uses.at(-1)];
  if (!first || !last || !provider) throw new Refusal("settlement_changed");
  const words = compose(
    uses.map(({ serial, at }) => receiptNumber(serial, at)),
    reason,
    { from: bogotaDay(first.at), to: bogotaDay(last.at) },
    { providerId, company: provider.legalName },
  );
  return composeNotices("use.objected", randomUUID(), owners, words);
}
