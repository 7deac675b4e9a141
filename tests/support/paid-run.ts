import { randomBytes, randomUUID } from "node:crypto";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { makePayment } from "@/domain/payment/payments";
import { authorize, type CajaActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { owner } from "./look-up-orders";
import { makeOfficial } from "./officials";
import { settleShownUses } from "./settle-shown-uses";
import { client, makeUses } from "./use-order";

export const noMail = () => ({ subject: "x", text: "x" });

/** Uses of one provider that an officer legalised and put on one invoice. */
export async function invoicedUses(count = 1, legalizer?: CajaActor) {
  const { till, useIds } = await makeUses(count);
  const actor = legalizer ?? (await makeOfficial("officer"));
  const grant = authorize(actor, "settlement.manage");
  const cufe = randomBytes(48).toString("hex");
  const providerId = till.actor.provider.id;
  const form = { providerId, uses: useIds, invoice: "FE-1", cufe, reason: "" };
  await settleShownUses(grant, { ...form, to: "legalized" }, noMail, client());
  await settleShownUses(grant, { ...form, to: "invoiced", value: count * 480_000 }, noMail, client());
  return { till, useIds, cufe, providerId, legalizer: actor };
}

/** The invoices as the page shows them now. */
export async function shownInvoices(cufes: string[]) {
  return (await call(cajaDatabase(), "payable_invoices", { cufes })).map(({ cufe, version }) => ({
    cufe,
    version,
  }));
}

/** A run of these invoices, made by an officer. */
export async function makeRun(cufes: string[], maker?: CajaActor, key = randomUUID()) {
  const actor = maker ?? (await makeOfficial("officer"));
  const id = await makePayment(
    authorize(actor, "settlement.manage"),
    {
      key,
      scope: "marked",
      invoices: await shownInvoices(cufes),
      payOn: bogotaDay(new Date()),
      reference: "NOV-2026-B",
    },
    client(),
  );
  return { id, maker: actor };
}

export async function settledState(useId: string): Promise<string | undefined> {
  const [row] = await owner<{ state: string }[]>`select state from settlement where use_id = ${useId}`;
  return row?.state;
}
