import { beforeAll, expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listSettlement } from "@/db/queries/settlement";
import type { SettlementState } from "@/model/settlement";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { settleShownUses } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";

/** Days that no other test uses: three with uses, two of them side by side, and the noon of each in UTC. */
const period = { from: "2001-07-01", to: "2001-07-31" };
const noons = ["2001-07-03T17:00:00Z", "2001-07-04T17:00:00Z", "2001-07-20T17:00:00Z"];
const COUNTS = [3, 1, 4];

let provider: string;
let useIds: string[];

beforeAll(async () => {
  const used = await makeUses(COUNTS.reduce((sum, count) => sum + count));
  useIds = used.useIds;
  provider = used.till.actor.provider.id;
  const moments = COUNTS.flatMap((count, day) => Array.from({ length: count }, () => noons[day] ?? ""));
  await owner.begin(async (transaction) => {
    await transaction`alter table order_use disable trigger order_use_is_kept`;
    for (const [at, id] of useIds.entries())
      await transaction`update order_use set at = ${moments[at] ?? null} where id = ${id}`;
    await transaction`alter table order_use enable trigger order_use_is_kept`;
    await transaction`select rebuild_settlement_sums()`;
  });
  const moved = {
    providerId: provider,
    uses: useIds.filter((_, at) => at % 2 === 0),
    to: "legalized" as const,
  };
  const grant = await grantOf("officer", "settlement.manage");
  const noMail = () => ({ subject: "", text: "" });
  await settleShownUses(grant, { ...moved, invoice: "", cufe: "", reason: "" }, noMail, client());
});

const listed = async (
  page: { limit: number; offset?: number; state?: SettlementState | null },
  days = period,
) => (await listSettlement(cajaDatabase(), provider, days, page)).map(({ useId }) => useId);

test("a page of uses begins and ends within a day as its offset says, with and without a state", async () => {
  for (const state of [null, "legalized"] as const) {
    const all = useIds.filter((_, at) => state === null || at % 2 === 0);
    for (const limit of [1, 2, 5])
      for (let offset = 0; offset <= all.length; offset += 1)
        expect(await listed({ limit, offset, state }), `${state} ${limit} ${offset}`).toEqual(
          all.slice(offset, offset + limit),
        );
  }
});

test("a list that goes on after a use goes on in the middle of its day, and its period's last day counts", async () => {
  const found: string[] = [];
  let after = null;
  for (;;) {
    const page = await listSettlement(cajaDatabase(), provider, period, { after, limit: 2 });
    const last = page.at(-1);
    if (!last) break;
    found.push(...page.map(({ useId }) => useId));
    after = last.cursor;
  }
  expect(found).toEqual(useIds);
  expect(await listed({ limit: 9 }, { from: "2001-07-04", to: "2001-07-04" })).toEqual(useIds.slice(3, 4));
  expect(await listed({ limit: 9 }, { from: "2001-07-04", to: "2001-07-20" })).toEqual(useIds.slice(3));
  expect(await listed({ limit: 9 }, { from: "2001-07-05", to: "2001-07-19" })).toEqual([]);
});
