import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";
import {
  makeMember,
  makePolicy,
  makeProvider,
  makeSession,
  owner,
  someEmail,
} from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";
import { compared, makeCounter } from "@/tests/support/use-in-database";

beforeAll(async () => {
  await fillKeyRing(cajaDatabase());
  await publishedReceiptKeys(publicDatabase());
});

test("the first password link of a caja account is valid for one hour", async () => {
  const lives = await inRolledBack(async (sql) => {
    const hash = Buffer.from(randomUUID());
    await sql`select create_caja_person(${randomUUID()}, ${someEmail()}, 'Ana', 'auditor', ${hash}, 'x')`;
    return firstValue(
      sql`select extract(epoch from expires_at - now())::int from mail_link where token_hash = ${hash}`,
    );
  });
  expect(lives).toBe(3_600);
});

test.each([
  [86_399, "running"],
  [86_401, "failed"],
])(
  "an import run of an older version, which has no lease, started %i s ago is %s",
  async (seconds, state) => {
    const found = await inRolledBack(async (sql) => {
      const run = await firstValue<string>(sql`
      insert into import_run (subject, file_name, sha256, state, lines, started_at)
      values ('orders', 'x.csv', sha256('x'), 'running', 0, now() - make_interval(secs => ${seconds})) returning id`);
      await sql`select import_waits()`;
      return firstValue(sql`select state from import_run where id = ${run}`);
    });
    expect(found).toBe(state);
  },
);

test.each([
  [364, "changed"],
  [366, "done"],
])("a receipt key that is %i days old is rotated: %s", async (days, renewed) => {
  const answer = await inRolledBack(async (sql) => {
    await sql`update receipt_key set created_at = now() - make_interval(days => ${days}) where state = 'active'`;
    return firstValue(
      sql`select add_receipt_key((select max(id) + 1 from receipt_key)::int, sha256('x'), 'x')`,
    );
  });
  expect(answer).toBe(renewed);
});

test.each([
  [254, "done"],
  [255, "full"],
])(
  "with key number %i as the last one, rotation is %s, because a code has one byte for it",
  async (last, outcome) => {
    const { personId } = await makeCajaPerson("administrator");
    const answer = await inRolledBack(async (sql) => {
      await sql`update order_key set id = ${last} where state = 'next'`;
      return firstValue(sql`select rotate_order_key(${personId}, (select id from order_key where state = 'active'),
      ${last + 1}, sha256('x'), 'x', 'x')`);
    });
    expect(answer).toBe(outcome);
  },
);

test("an unconfirmed registration is deleted seven days after its link expires", async () => {
  const policy = await makePolicy();
  const lives = await inRolledBack(async (sql) => {
    const id = randomUUID();
    await sql`select authorise_registration(${id}, ${Buffer.from(id)}, ${policy}, '{account,terms}', 'x', 'x', 'es-CO', 60)`;
    await sql`select answer_registration(${Buffer.from(id)}, 'x')`;
    await sql`select send_confirmation(${id}, 'x', ${someEmail()}, sha256('x'), 3600, 60, ${id}, ${id}, 'x', 'x', '[]', 'x')`;
    return firstValue(
      sql`select extract(epoch from expires_at - now())::int from registration where id = ${id}`,
    );
  });
  expect(lives).toBe(3_600 + 7 * 86_400);
});

test.each([
  [59, false],
  [61, true],
])("the last-seen time of a session seen %i s ago is updated: %s", async (seconds, written) => {
  const { personId } = await makeMember(await makeProvider(), "owner");
  const hash = await makeSession(personId);
  const seen = await inRolledBack(async (sql) => {
    await sql`update session set last_seen_at = now() - make_interval(secs => ${seconds}) where token_hash = ${hash}`;
    await sql`select session_actor(${hash})`;
    return firstValue(sql`select last_seen_at = now() from session where token_hash = ${hash}`);
  });
  expect(seen).toBe(written);
});

test("a claim on an order lasts fifteen minutes, and claiming again does not extend it", async () => {
  const [shop, official] = [await makeCounter(), await makeCajaPerson("officer")];
  const order = await makeIssued(official, await makeKind({ claimFirst: true }));
  const lookup = await compared(shop, order);
  const claim = () =>
    owner`select claim_order(${lookup}, ${shop.personId}, ${shop.providerId}, 'x') as outcome`;
  const held = () =>
    firstValue<number>(
      owner`select extract(epoch from until - claimed_at)::int from order_claim where order_id = ${order}`,
    );
  expect(await claim()).toEqual([{ outcome: "done" }]);
  expect(await held()).toBe(900);
  const until = await firstValue(owner`select until from order_claim where order_id = ${order}`);
  expect(await claim()).toEqual([{ outcome: "done" }]);
  expect(await firstValue(owner`select until from order_claim where order_id = ${order}`)).toEqual(until);
});

test("a look-up that found nothing cannot be compared", async () => {
  const shop = await makeCounter();
  const lookup = randomUUID();
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    values (${lookup}, ${shop.personId}, ${shop.providerId}, 'typed', 'AS', 'x', 'not_found')`;
  const answer =
    await firstValue(owner`select compare_order(${lookup}, ${shop.personId}, ${shop.providerId}, 'rows', null,
    '{}', null, 'x')`);
  expect(answer).toBe("not_found");
});

test("a daily budget resets at midnight in Bogotá and an hourly one on the hour", async () => {
  const [row] = await owner`select
    budget_window_start(86400) = date_trunc('day', now() at time zone 'America/Bogota') at time zone 'America/Bogota' as day,
    budget_window_start(3600) = date_trunc('hour', now()) as hour`;
  expect(row).toEqual({ day: true, hour: true });
});

test("a restarted import run deletes of its own rows those that it writes again, and none of another run", async () => {
  const left = await inRolledBack(async (sql) => {
    const [worker, other] = [randomUUID(), randomUUID()];
    const begin = (state: string, by: string) =>
      firstValue<string>(sql`
        insert into import_run (subject, file_name, sha256, state, lines, leased_by, leased_until)
        values ('orders', 'x.csv', sha256('x'), ${state}, 0, ${by}, now() + interval '1 minute') returning id`);
    const runs = {
      preview: await begin("preview_queued", worker),
      import: await begin("import_queued", worker),
      others: await begin("preview_queued", other),
    };
    for (const run of Object.values(runs))
      await sql`insert into import_change (run_id, line, kind_code, number, applied, held)
        values (${run}, 1, 'AS', '1', '{VALOR}', '{}'), (${run}, 2, 'AS', '2', '{}', '{VALOR}')`;
    for (const run of Object.values(runs))
      await sql`insert into import_move (run_id, line, number, nit_to, name_to, orders, amount, uses, numbers)
        values (${run}, 3, 'CV-1', '900000001', 'Otra', 0, 0, 0, '{}')`;
    const lines: Record<string, number[]> = {};
    for (const [name, run] of Object.entries(runs)) {
      await sql`select begin_import_walk(${run}, ${worker})`;
      const rows = await sql<{ line: number }[]>`select line from import_change where run_id = ${run}
        union all select line from import_move where run_id = ${run} order by line`;
      lines[name] = rows.map(({ line }) => line);
    }
    return lines;
  });
  // What a person was asked about a convenio stays once the import has begun: the answer is of it.
  expect(left).toEqual({ preview: [], import: [1, 3], others: [1, 2, 3] });
});
