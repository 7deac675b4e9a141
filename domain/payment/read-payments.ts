import { z } from "zod";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import {
  countPayments,
  findPayment,
  hasLegalized,
  listPayments,
  listReversals,
  type PaymentRun,
} from "@/db/queries/payment";
import { type PageRequest, shownPage } from "@/lib/paging";
import { can, type Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { MOST_INVOICES } from "./schema";

/** What of the payments is shown: all, or the payments or the reversals that wait for a second person. */
export const paymentTabs = ["all", "payment", "reversal"] as const;
export type PaymentTab = (typeof paymentTabs)[number];

/** A page of the payment runs, the newest first, and how many there are. */
export async function readPayments(
  grant: Grant<"settlement.read">,
  { tab, ...query }: PageRequest & { tab: PaymentTab },
) {
  const db = databaseFor(grant);
  const waits = tab === "all" ? null : tab;
  const total = await countPayments(db, waits);
  const { page, pages, offset } = shownPage(total, query);
  return { runs: await listPayments(db, { waits, limit: query.size, offset }), total, page, pages };
}

/** Invoices that can be paid now, at most what one run takes, and what all of them are. */
export async function readPayable(grant: Grant<"settlement.manage">) {
  const db = databaseFor(grant);
  const [invoices, total] = await Promise.all([
    call(db, "payable_invoices", { cufes: null, limit: MOST_INVOICES }),
    call(db, "payable_total", {}),
  ]);
  return { invoices, total, isWhole: total.invoices <= MOST_INVOICES, today: bogotaDay(new Date()) };
}

/** Why a person may not approve a run, or null when they may. */
type ApprovalBar = "decided" | "role" | "same_person" | "legalizer" | null;

/** A run with its invoices, its reversals, and what this person may do with it; null when there is no such run. */
export async function readPayment(grant: Grant<"settlement.read">, id: string) {
  const db = databaseFor(grant);
  const run = z.uuid().safeParse(id).success ? await findPayment(db, id) : null;
  if (!run) return null;
  const { actor } = grant;
  const [invoices, reversals, legalized, accounts, accountsVersion] = await Promise.all([
    call(db, "payment_invoices", { payment: id }),
    listReversals(db, id),
    hasLegalized(db, id, actor.personId),
    call(db, "payment_accounts", { payment: id }),
    call(db, "payment_accounts_version", { payment: id }),
  ]);
  const isOwn = run.makerId === actor.personId;
  const bar: ApprovalBar =
    run.state !== "pending"
      ? "decided"
      : !can(actor, "settlement.approve")
        ? "role"
        : isOwn
          ? "same_person"
          : run.kind === "payment" && legalized
            ? "legalizer"
            : null;
  const mayReturn = run.state === "pending" && (isOwn || can(actor, "settlement.approve"));
  const mayReverse =
    run.kind === "payment" &&
    run.state === "approved" &&
    can(actor, "settlement.manage") &&
    invoices.some(({ uses, reversed }) => reversed < uses);
  const bank =
    run.kind === "payment" && run.state === "approved" ? bankFacts(run, invoices, reversals) : null;
  return { run, invoices, reversals, bar, isOwn, mayReturn, mayReverse, accounts, accountsVersion, bank };
}

/** What the bank's file of an approved payment pays, what was taken back of it, and what a reversal that waits asks back. */
function bankFacts(
  { amount }: PaymentRun,
  invoices: readonly Answer<"payment_invoices">[number][],
  reversals: readonly PaymentRun[],
) {
  const left = invoices.reduce((sum, { leftAmount }) => sum + leftAmount, 0);
  const waits = reversals
    .filter(({ state }) => state === "pending")
    .reduce((sum, reversal) => sum + reversal.amount, 0);
  return { left, reversed: amount - left, waits };
}
