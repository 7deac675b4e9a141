import { expect, test } from "vitest";
import { MOST_OF_SCOPE } from "@/domain/settlement/schema";
import { settle } from "@/domain/settlement/settle";
import { bogotaDay } from "@/model/calendar";
import { grantOf } from "@/tests/support/officials";
import { noMail } from "@/tests/support/paid-run";
import { client, makeUses } from "@/tests/support/use-order";

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
