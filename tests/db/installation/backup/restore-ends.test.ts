import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("reanudada"), null, 1);
});
afterAll(() => owner.end());

test("after a restore what was open ends, what had ended keeps its moment, and every series goes on after the gap", async () => {
  const before = new Date("2026-01-01");
  const [person] = await owner<{ id: string }[]>`insert into person (email, name)
    values ('ana@prueba.example', 'Ana') returning id`;
  const session = (
    revoked: Date | null,
  ) => owner`insert into session (person_id, token_hash, expires_at, idle_seconds, revoked_at)
    values (${person?.id ?? null}, ${randomBytes(16)}, '2099-01-01', 60, ${revoked})`;
  const link = (name: string, used: Date | null, superseded: Date | null) => owner`
    insert into mail_link (purpose, subject_id, token_hash, expires_at, used_at, superseded_at)
    values ('password', ${person?.id ?? null}, ${Buffer.from(name)}, '2099-01-01', ${used}, ${superseded})`;
  for (const revoked of [null, before]) await session(revoked);
  await link("open", null, null);
  await link("used", before, null);
  await link("ended", null, before);
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1), ('OT', 'OTRA', 250, 30, 20000000, 2) on conflict do nothing`;
  await owner`insert into order_series (kind_code, last) values ('AS', 7) on conflict (kind_code) do update set last = 7`;
  await owner`select resume_after_restore(100, now())`;
  const sessions = await owner`select revoked_at = ${before} as before from session order by revoked_at`;
  expect(sessions.map((row) => row.before)).toEqual([true, false]);
  const links =
    await owner`select convert_from(token_hash, 'UTF8') as name, superseded_at = ${before} as before
    from mail_link where superseded_at is not null order by 1`;
  expect([...links]).toEqual([
    { name: "ended", before: true },
    { name: "open", before: false },
  ]);
  const series =
    await owner`select kind_code, last::int from order_series where kind_code in ('AS', 'OT') order by 1`;
  expect([...series]).toEqual([
    { kind_code: "AS", last: 107 },
    { kind_code: "OT", last: 100 },
  ]);
});

/** Sequences whose numbers order rows within the database; no page, paper or file shows one. */
const unseen = new Set([
  ...["__drizzle_migrations_id_seq", "order_sum_id_seq", "settlement_sum_id_seq", "request_event_id_seq"],
  ...["request_reason_id_seq", "rights_event_place_seq"],
]);
/** Of the versions of the text of data treatment there are few. */
const POLICY_GAP = 10;

test("every sequence whose numbers people see goes on after the gap: a new one joins the restore or the list of unseen ones", async () => {
  const positions = async () => {
    const sequences = await owner<{ name: string }[]>`select sequencename as name from pg_sequences
      where schemaname = 'public' order by 1`;
    const last = new Map<string, number>();
    for (const { name } of sequences) {
      const [row] = await owner<{ last: number }[]>`select last_value::int as last from ${owner(name)}`;
      last.set(name, row?.last ?? 0);
    }
    return last;
  };
  const before = await positions();
  await owner`select resume_after_restore(100, now())`;
  const after = await positions();
  const gap = (name: string) => (name === "policy_id_seq" ? POLICY_GAP : 100);
  const moved = [...after].filter(([name, last]) => last - (before.get(name) ?? 0) >= gap(name));
  const seen = [...after.keys()].filter((name) => !unseen.has(name));
  expect(moved.map(([name]) => name)).toEqual(seen);
  expect([...unseen].filter((name) => !after.has(name))).toEqual([]);
});

test("the same copy restored again gives no number of the log that was given after the restore before", async () => {
  const next = async (ago: string) => {
    // What a second restore of the copy begins with.
    await owner`select setval(pg_get_serial_sequence('audit_event', 'seq'), 5000000)`;
    await owner`select resume_after_restore(100, now() - ${ago}::interval)`;
    const [event] = await owner<{ seq: number }[]>`select max(seq)::int as seq from audit_event
      where action = 'installation.restored'`;
    return event?.seq ?? 0;
  };
  const first = await next("1 hour");
  expect(first).toBeGreaterThan(6_000_000);
  // A hundred events a second, each second of the two hours between them.
  expect((await next("3 hours")) - first).toBeGreaterThanOrEqual(2 * 3_600 * 100);
});

test("a copy taken by a clock that was ahead, or at no known moment, moves the log's numbers all the same", async () => {
  const positions: number[] = [];
  for (const takenAt of [new Date("2999-01-01"), null]) {
    await owner`select resume_after_restore(100, ${takenAt}::timestamptz)`;
    const [log] = await owner<{ last: number }[]>`select last_value::int as last from audit_event_seq_seq`;
    positions.push(log?.last ?? 0);
  }
  expect((positions[1] ?? 0) - (positions[0] ?? 0)).toBeGreaterThan(1_000_000);
});

test("the next keys of orders get numbers that no key of after the copy had, which stand as revoked", async () => {
  await owner`insert into order_key (id, state, public_key, private_sealed)
    values (7, 'retired', ${randomBytes(32)}, ${Buffer.alloc(0)})`;
  await owner`select resume_after_restore(100, now())`;
  const [key] = await owner<{ last: number }[]>`select max(id)::int as last from order_key`;
  expect(key?.last).toBe(9);
  const added = await owner<{ outcome: string }[]>`select n::int as id,
    add_order_key(n, ${randomBytes(32)}, ${Buffer.alloc(40)}) as outcome from unnest(array[8, 10]) n`;
  expect([...added]).toEqual([
    { id: 8, outcome: "changed" },
    { id: 10, outcome: "done" },
  ]);
  const lost =
    await owner`select state, length(private_sealed)::int as sealed from order_key where id in (8, 9)`;
  expect([...lost]).toEqual(Array.from({ length: 2 }, () => ({ state: "revoked", sealed: 0 })));
});

test("the next key of receipts gets no number that a key of after the copy had, also where the copy had none", async () => {
  const url = await separateDatabase("comprobantes");
  const restored = connect(url, null, 1);
  const db = drizzle(restored);
  const added = (id: number) =>
    restored<{ outcome: string }[]>`
      select add_receipt_key(${id}, ${randomBytes(32)}, ${Buffer.alloc(40)}) as outcome`;
  try {
    for (const ids of [
      [1, 2],
      [4, 5],
    ]) {
      await restored`select resume_after_restore(100, now())`;
      const next = Math.max(...ids) + 1;
      for (const id of ids) expect(await added(id), `key ${id}`).toMatchObject([{ outcome: "changed" }]);
      expect(await added(next), `key ${next}`).toMatchObject([{ outcome: "done" }]);
      // Nobody has a half of the others: a proof that such a key signed is of an unknown key, and not a false one.
      expect((await publishedReceiptKeys(db)).map(({ id }) => id)).toEqual(next === 3 ? [3] : [3, 6]);
      await restored`update receipt_key set created_at = now() - interval '2 years'`;
    }
  } finally {
    await restored.end();
  }
});

test("a larger gap, as for a copy that is restored again, moves the keys of orders and the texts' versions further too", async () => {
  const last = async () => {
    const [row] = await owner<{ keys: number; texts: number }[]>`
      select (select max(id)::int from order_key) as keys, (select last_value::int from policy_id_seq) as texts`;
    return row ?? { keys: 0, texts: 0 };
  };
  await owner`insert into order_key (id, state, public_key, private_sealed)
    values (30, 'retired', ${randomBytes(32)}, ${Buffer.alloc(0)})`;
  const before = await last();
  await owner`select resume_after_restore(200000, now())`;
  const second = await last();
  expect(second.keys - before.keys).toBe(4);
  expect(second.texts - before.texts).toBeGreaterThanOrEqual(20);
  // A gap of a billion does not use up the numbers of keys, of which there are 255.
  await owner`select resume_after_restore(1000000000, now())`;
  expect((await last()).keys - second.keys).toBe(20);
});
