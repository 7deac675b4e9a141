import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { listMovedUses, listUsesById } from "@/db/queries/settlement";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { receiptNumber } from "@/domain/use/receipt-number";
import type { Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import type { Period } from "@/model/settlement";
import type { SettleInput } from "./schema";

/** The e-mail to the owners about an objection. Its texts are passed in, since domain/ holds none. */
export type ObjectionEmail = (receipts: string[], reason: string, days: Period) => Notice;

/**
 * Moves uses of a provider to another state of the settlement, all or none. The owners get an e-mail about an
 * objection.
 * @throws Refusal "changed_since" when one of them is not as it was shown · "settlement_changed" · "cufe_taken"
 * · "invoice_other_cufe" · "undo_waits" when the provider asked to take one of them back · "own_provider" when
 * the person works or worked there · "not_allowed"
 */
export async function settle(
  grant: Grant<"settlement.manage">,
  input: SettleInput,
  compose: ObjectionEmail,
  client: { ip: string },
): Promise<void> {
  const mails = input.to === "objected" ? await objectionMails(grant, input, compose) : [];
  const { providerId, uses, to, invoice, cufe, reason } = input;
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
  requireDone("settle_outcome", outcome);
}

async function objectionMails(
  grant: Grant<"settlement.manage">,
  { providerId, uses: shown, reason }: SettleInput,
  compose: ObjectionEmail,
) {
  const db = databaseFor(grant);
  const [uses, owners] = await Promise.all([
    listUsesById(
      db,
      providerId,
      shown.map(({ id }) => id),
    ),
    listOwners(db, providerId),
  ]);
  const [first, last] = [uses.at(0), uses.at(-1)];
  if (!first || !last) throw new Refusal("settlement_changed");
  const words = compose(
    uses.map(({ serial, at }) => receiptNumber(serial, at)),
    reason,
    { from: bogotaDay(first.at), to: bogotaDay(last.at) },
  );
  return composeNotices("use.objected", randomUUID(), owners, words);
}
