import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { makeProvider, owner, someNit } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

/** Nobody else's orders are of a month so long ago. */
const [FIRST, LAST] = ["1985-05-01", "1985-05-31"];
const figures = ["issued", "used", "left", "voided"] as const;

const sum = (
  sql: TransactionSql,
  figure: string,
  of: { kind?: string; office?: string; nit?: string },
  orders = 1,
) => sql`
  insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
  values ('1985-05-10', ${figure}, ${of.kind ?? ""}, ${of.office ?? ""}, ${of.nit ?? ""}, ${orders}, ${orders * 1_000})`;

test("an office and a provider with one figure alone are in the report, and one whose sums are nothing is not", async () => {
  const kind = await makeKind();
  const [named, nits] = [someNit(), new Map(figures.map((figure) => [figure, someNit()]))];
  const rows = await inRolledBack(async (sql) => {
    for (const figure of figures) {
      await sum(sql, figure, { kind, office: figure });
      if (figure !== "used") await sum(sql, figure, { nit: nits.get(figure) ?? "" });
    }
    for (const orders of [1, -1]) {
      await sum(sql, "issued", { kind, office: "nothing" }, orders);
      await sum(sql, "issued", { nit: named }, orders);
    }
    await sql`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
      values (${randomUUID()}, ${nits.get("issued") ?? ""}, 0, 'Con convenio', '1985-01-01', '1985-12-31')`;
    const offices =
      await sql`select office, issued, used, expired, voided from orders_by_kind(${FIRST}, ${LAST})`;
    const providers =
      await sql`select nit, name, issued, expired, voided from orders_by_provider(${FIRST}, ${LAST})`;
    return { offices, providers };
  });
  const none = { issued: 0, used: 0, expired: 0, voided: 0 };
  expect(rows.offices).toEqual([
    { office: "issued", ...none, issued: 1 },
    { office: "left", ...none, expired: 1 },
    { office: "used", ...none, used: 1 },
    { office: "voided", ...none, voided: 1 },
  ]);
  const ofNit = (figure: (typeof figures)[number]) =>
    rows.providers.find(({ nit }) => nit === nits.get(figure));
  expect(rows.providers).toHaveLength(3);
  expect(ofNit("issued")).toMatchObject({ name: "Con convenio", issued: 1, expired: 0, voided: 0 });
  expect(ofNit("left")).toMatchObject({ name: null, issued: 0, expired: 1, voided: 0 });
  expect(ofNit("voided")).toMatchObject({ name: null, issued: 0, expired: 0, voided: 1 });
});

test("what is open, legalised or invoiced is unpaid; what is objected is neither paid nor unpaid", async () => {
  const provider = await makeProvider();
  const answer = await inRolledBack(async (sql) => {
    const states = ["open", "legalized", "invoiced", "paid", "objected"];
    for (const [at, state] of states.entries())
      await sql`insert into settlement_sum (provider_id, day, state, uses, amount)
        values (${provider}, '1985-05-10', ${state}, 1, ${10 ** at})`;
    const [money] =
      await sql`select unpaid, unpaid_amount::int as amount from orders_in_money(${FIRST}, ${LAST})`;
    const [row] = await sql`select name, used, used_amount::int as amount, paid_amount::int as paid,
      unpaid_amount::int as unpaid from orders_by_provider(${FIRST}, ${LAST})`;
    return { money, row };
  });
  expect(answer.money).toEqual({ unpaid: 3, amount: 111 });
  expect(answer.row).toEqual({ name: "Prueba S.A.S.", used: 5, amount: 11_111, paid: 1_000, unpaid: 111 });
});

test("what ends today is not expired yet", async () => {
  const [kind, nit] = [await makeKind(), someNit()];
  const today = await firstValue<string>(owner`select bogota_today()::text`);
  const rows = await inRolledBack(async (sql) => {
    for (const [kindCode, of] of [
      [kind, ""],
      ["", nit],
    ] as const)
      for (const day of [0, 1])
        await sql`insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
          values (${today}::date - ${day}::int, 'left', ${kindCode}, '', ${of}, ${day === 0 ? 10 : 1}, 1)`;
    const [ofKind] = await sql`
      select expired from orders_by_kind(${today}::date - 1, ${today}) where kind_code = ${kind}`;
    const [ofNit] = await sql`
      select expired from orders_by_provider(${today}::date - 1, ${today}) where nit = ${nit}`;
    return [ofKind?.expired, ofNit?.expired];
  });
  expect(rows).toEqual([1, 1]);
});

test("an order that left its review the day after was in review when the month ended, without what was used later", async () => {
  const ana = await makeCajaPerson("officer");
  const kind = await makeKind({ partialUse: true });
  const provider = await makeProvider();
  const order = await makeIssued(ana, kind, { value: "480.000" });
  const held = await inRolledBack(async (sql) => {
    await sql`insert into order_hold (order_id, placed_by, placed_at, reason, released_by, released_at, release_reason)
      values (${order}, ${ana.personId}, '1985-05-20T12:00:00Z', 'x', ${ana.personId}, '1985-06-01T15:00:00Z', 'x')`;
    for (const [at, amount] of [
      ["1985-05-31T12:00:00Z", 80_000],
      ["1985-06-01T12:00:00Z", 100_000],
    ] as const)
      await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, at)
        values (${order}, 'use', ${amount}, 0, ${provider}, ${ana.personId}, ${randomUUID()}, ${at})`;
    return sql`select kind_code, orders, amount::int as amount from orders_in_review(${LAST})`;
  });
  expect(held).toEqual([{ kind_code: kind, orders: 1, amount: 400_000 }]);
});
