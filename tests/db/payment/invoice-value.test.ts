import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { authorize, type CajaActor } from "@/model/access";
import { invoicedUses, noMail } from "@/tests/support/paid-run";
import { settleShownUses, type TickedForm } from "@/tests/support/settle-shown-uses";
import { client } from "@/tests/support/use-order";

const reason = "No coincide con el papel";
const settle = (actor: CajaActor, form: TickedForm) =>
  settleShownUses(authorize(actor, "settlement.manage"), form, noMail, client());

test("an invoice is held against the sum of its uses, and the refusal names both and the difference", async () => {
  const { useIds, cufe, providerId, legalizer } = await invoicedUses(2);
  const base = { providerId, invoice: "FE-1", cufe, reason };
  await settle(legalizer, { ...base, uses: useIds.slice(1), to: "objected" });
  await settle(legalizer, { ...base, uses: useIds.slice(1), to: "legalized" });
  const back = { ...base, uses: useIds.slice(1), to: "invoiced" as const };
  await expect(settle(legalizer, { ...back, value: 480_000 })).rejects.toMatchObject({
    code: "invoice_sum",
    about: [
      { what: "invoiceSays", now: "$480.000" },
      { what: "usesSum", now: "$960.000" },
      { what: "difference", now: "$480.000" },
    ],
  });
  const fresh = { ...back, invoice: "FE-2", cufe: randomBytes(48).toString("hex") };
  await expect(settle(legalizer, { ...fresh, value: 480_001 })).rejects.toMatchObject({
    code: "invoice_sum",
  });
  await settle(legalizer, { ...back, value: 960_000 });
});
