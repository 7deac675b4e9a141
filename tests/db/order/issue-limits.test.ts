import { beforeAll, expect, test } from "vitest";
import { addDays, bogotaDay } from "@/model/calendar";
import { someNit } from "@/tests/support/factories/account";
import { makeKind } from "@/tests/support/factories/own-order";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

const today = bogotaDay(new Date());
let either: string;
let open: string;
let bound: string;

beforeAll(async () => {
  const limits = { largestValue: 1_000_000, validityDays: 30 };
  [either, open, bound] = await Promise.all([
    makeKind(limits),
    makeKind({ ...limits, providerRule: "open" }),
    makeKind({ ...limits, providerRule: "bound" }),
  ]);
});

/** What the database forbids of an order that begins and ends so many days from today; null: nothing. */
const faultOf = (
  kind: string,
  { value = 1_000_000, from = 0, until = 29, nit = null as string | null, agreement = [0, 0] },
) =>
  inRolledBack(async (sql) => {
    if (nit !== null)
      await sql`insert into agreement (nit, number, check_digit, legal_name, starts_on, ends_on)
        values (${nit}, ${`CV-${nit}`}, 0, 'Empresa de la prueba', ${addDays(today, agreement[0] ?? 0)}, ${addDays(today, agreement[1] ?? 0)})`;
    return firstValue<string | null>(sql`
      select order_fault(k, ${value}, ${addDays(today, from)}, ${addDays(today, until)}, ${nit})
      from order_kind k where k.code = ${kind}`);
  });

test("the database holds an order's value and its days to the kind's limits, up to the last peso and day", async () => {
  expect(await faultOf(either, {})).toBeNull();
  expect(await faultOf(either, { value: 1_000_001 })).toBe("value_too_large");
  expect(await faultOf(either, { until: 30 })).toBe("dates_outside_rule");
  expect(await faultOf(either, { until: 0 })).toBeNull();
  expect(await faultOf(either, { until: -1 })).toBe("dates_outside_rule");
  expect(await faultOf(either, { from: 90, until: 119 })).toBeNull();
  expect(await faultOf(either, { from: 91, until: 119 })).toBe("dates_outside_rule");
});

test("a kind that is out of use, or that there is none of, issues nothing", async () => {
  const fault = await inRolledBack(async (sql) => {
    await sql`update order_kind set active = false where code = ${either}`;
    const [row] = await sql`select order_fault(k, 1, bogota_today(), bogota_today(), null) as closed,
        order_fault(null, 1, bogota_today(), bogota_today(), null) as missing
      from order_kind k where k.code = ${either}`;
    return row;
  });
  expect(fault).toEqual({ closed: "kind_closed", missing: "kind_closed" });
});

test("an order is bound to a provider as its kind says, and only with a convenio on one of its days", async () => {
  const nit = someNit();
  expect(await faultOf(open, {})).toBeNull();
  expect(await faultOf(open, { nit })).toBe("provider_open");
  expect(await faultOf(bound, {})).toBe("provider_needed");
  for (const [agreement, fault] of [
    [[-90, 5], null],
    [[-90, 4], "provider_without_agreement"],
    [[34, 90], null],
    [[35, 90], "provider_without_agreement"],
  ] as const)
    for (const kind of [bound, either])
      expect(
        await faultOf(kind, { from: 5, until: 34, nit, agreement: [...agreement] }),
        `${agreement}`,
      ).toBe(fault);
});
