import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { MOST_OF_SCOPE } from "@/domain/settlement/schema";
import { settle } from "@/domain/settlement/settle";
import { bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { makeRun, noMail, shownInvoices } from "@/tests/support/paid-run";
import { settleShownUses, type TickedForm } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";

test("an invoice of more uses than one form moves is put together by several, and is paid when all are there", async () => {
  const { till, useIds } = await makeUses(3);
  const providerId = till.actor.provider.id;
  const grant = await grantOf("officer", "settlement.manage");
  const cufe = randomBytes(48).toString("hex");
  const move = (uses: string[], fields: Partial<TickedForm>) =>
    settleShownUses(
      grant,
      { providerId, uses, to: "invoiced", invoice: "FE-10", cufe, reason: "", value: 1_440_000, ...fields },
      noMail,
      client(),
    );
  const missing = () => call(cajaDatabase(), "incomplete_invoices", { provider: providerId });
  await move(useIds, { to: "legalized" });
  const part = useIds.slice(0, 2);
  await expect(move(part, {})).rejects.toMatchObject({ code: "invoice_sum" });
  await expect(move(part, { more: "1", value: 480_000 })).rejects.toMatchObject({ code: "invoice_sum" });
  await move(part, { more: "1" });
  expect(await missing()).toEqual([{ number: "FE-10", value: 1_440_000, charged: 960_000 }]);
  expect(await shownInvoices([cufe])).toEqual([]);
  const [row] = await owner`select payable_uses from invoice where cufe = ${cufe}`;
  expect(row).toEqual({ payable_uses: 0 });
  // What a page of before shows is refused too.
  const [run] =
    await owner`select outcome from make_payment(${grant.actor.personId}, gen_random_uuid(), bogota_today(),
    'NOV-2026', array[${cufe}], array['2.960000'], 'x')`;
  expect(run).toEqual({ outcome: "changed" });

  await move(useIds.slice(2), { more: "1" });
  expect(await missing()).toEqual([]);
  expect(await shownInvoices([cufe])).toEqual([{ cufe, version: "3.1440000" }]);
  await makeRun([cufe]);
});

test("more uses than one form moves are refused as that, and not as uses that changed", async () => {
  const { till } = await makeUses(1);
  const grant = await grantOf("officer", "settlement.manage");
  const day = bogotaDay(new Date());
  const form = {
    ...{ providerId: till.actor.provider.id, uses: [], to: "legalized" as const },
    ...{ invoice: "", cufe: "", value: null, reason: "", from: day, until: day },
    scope: { state: "open" as const, uses: MOST_OF_SCOPE + 1, amount: 1 },
  };
  await expect(settle(grant, form, noMail, client())).rejects.toMatchObject({ code: "settlement_too_many" });
});
