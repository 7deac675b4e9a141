import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { makeMember, makeProvider } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { inRolledBack } from "@/tests/support/rolled-back";

let provider: string;
let person: string;
let official: string;
let other: string;
let orders: string[];
let companies: string[];
beforeAll(async () => {
  provider = await makeProvider();
  person = (await makeMember(provider, "owner")).personId;
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  [official, other] = [ana.personId, luis.personId];
  const kind = await makeKind();
  companies = await Promise.all(Array.from({ length: 3 }, () => makeProvider()));
  orders = await Promise.all(Array.from({ length: 4 }, () => makeIssued(ana, kind)));
});

const LONG_AGO = new Date("1998-02-03T12:00:00Z");
const insert = async (sql: TransactionSql, table: string, row: object): Promise<string> => {
  const [inserted] = await sql<
    { id: string }[]
  >`insert into ${sql(table)} ${sql(row as Record<string, string>)}
    returning id`;
  return inserted?.id ?? "";
};

/** Two of each kind that wait, and fewer or more the refs of what is of the same kind and is over. */
async function insertOver(sql: TransactionSql) {
  const over: [string, string][] = [];
  const lookup = await insert(sql, "lookup", {
    ...{ id: randomUUID(), person_id: person, provider_id: provider, channel: "typed", kind_code: "AS" },
    ...{ number_typed: "x", outcome: "not_found" },
  });
  const report = async (changes: object) => {
    const folio = `R-1998-${randomUUID().slice(0, 8)}`;
    await insert(sql, "report", {
      ...{ id: randomUUID(), folio, provider_id: provider, reported_by: person, lookup_id: lookup },
      ...{ verdict: "current", reason: "other", filed_at: LONG_AGO, ...changes },
    });
    return folio;
  };
  const decided = { decided_at: LONG_AGO, decided_by: official };
  const waits: [string, string][] = [
    ["report", await report({})],
    ["report", await report({})],
  ];
  over.push(["report", await report({ ...decided, outcome: "nothing", answer: "x", deed: "leave" })]);
  over.push(["report", await report({ withdrawn_at: LONG_AGO })]);

  const [first, second, third, fourth] = orders;
  const use = async (order: string | undefined) =>
    insert(sql, "order_use", {
      ...{ id: randomUUID(), order_id: order, kind: "use", amount: 1, balance: 0, provider_id: provider },
      ...{ person_id: person, key: randomUUID() },
    });
  const undo = async (of: string, changes: object = {}) =>
    insert(sql, "undo_request", {
      ...{ use_id: of, provider_id: provider, asked_by: person, asked_at: LONG_AGO, reason: "x", ...changes },
    });
  for (let time = 0; time < 2; time++) waits.push(["undo", await undo(await use(first))]);
  over.push(["undo", await undo(await use(second), { ...decided, approved: false, decision_reason: "x" })]);
  const reversed = await use(third);
  over.push(["undo", await undo(reversed)]);
  await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, undoes, reason)
    values (${third ?? null}, 'undo', 1, 1, ${provider}, ${person}, ${randomUUID()}, ${reversed}, 'x')`;

  await sql`update "order" set approval_asked_at = ${LONG_AGO} where id = ${fourth ?? null}`;
  over.push(["draft", fourth ?? ""]);
  const change = (order: string | undefined, changes: object) =>
    sql`insert into order_change ${sql({
      ...{ order_id: order ?? "", deed: "replace", reason: "x", asked_by: official, asked_at: LONG_AGO },
      ...{ order_version: LONG_AGO, ...changes },
    })}`;
  await change(second, {});
  await sql`insert into order_change (order_id, deed, reason, asked_by, asked_at, order_version, state)
    select id, 'replace', 'x', ${official}, ${LONG_AGO}, updated_at, 'lapsed' from "order" where id = ${third ?? null}`;
  over.push(["change", second ?? ""], ["change", third ?? ""]);

  const payment = (changes: object) =>
    insert(sql, "payment", {
      ...{ kind: "payment", pay_on: "1998-02-03", reference: "x", providers: 1, uses: 1, amount: 1 },
      ...{ made_at: LONG_AGO, made_by: official, key: randomUUID(), ...changes },
    });
  for (let time = 0; time < 2; time++) waits.push(["payment", await payment({ state: "pending" })]);
  over.push(["payment", await payment({ state: "approved", decided_at: LONG_AGO, decided_by: other })]);
  const incident = async (changes: object) => {
    const id = await insert(sql, "incident", {
      ...{
        id: randomUUID(),
        kind: "loss",
        detected_on: "1998-02-03",
        known_on: "1998-02-03",
        data: ["contact"],
      },
      ...{
        content_sealed: "x",
        due_on: "1998-02-20",
        created_at: LONG_AGO,
        created_by: official,
        ...changes,
      },
    });
    const [row] = await sql<
      { number: string }[]
    >`select incident_number(i) as number from incident i where id = ${id}`;
    return row?.number ?? "";
  };
  for (let time = 0; time < 2; time++) waits.push(["incident", await incident({})]);
  const reported = { reported_on: "1998-02-04", sic_number: "1" };
  over.push(["incident", await incident({ ...reported, state: "reported" })]);
  over.push(["incident", await incident({ ...reported, state: "closed" })]);
  const draft = async (asked: Date | null) => {
    const [row] = await sql<
      { id: string }[]
    >`insert into "order" (id, kind_code, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state,
        drafted_by, approval_asked_at)
      select gen_random_uuid(), kind_code, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
        affiliate_name_sealed, value, value, concept, issued_on, valid_until, office, 'draft', ${official}, ${asked}
      from "order" where id = ${first ?? null} returning id`;
    return row?.id ?? "";
  };
  for (let time = 0; time < 2; time++) waits.push(["draft", await draft(LONG_AGO)]);
  over.push(["draft", await draft(null)]);
  const account = async (of: string, state: string) => {
    await insert(sql, "bank_account", {
      ...{
        id: randomUUID(),
        provider_id: of,
        bank: "1007",
        kind: "savings",
        number_sealed: "x",
        last_four: "6007",
      },
      ...{ state, proposed_by: official, proposed_at: LONG_AGO, reason: "x" },
    });
    return of;
  };
  const [one = "", two = "", three = ""] = companies;
  for (const of of [one, two]) waits.push(["bank_account", await account(of, "proposed")]);
  over.push(["bank_account", await account(three, "requested")]);
  await sql`insert into mail (event_key, message_id, content) values (${randomUUID()}, ${randomUUID()}, 'x')`;
  return { waits, over };
}

test("what was decided, withdrawn, reversed or sent is neither counted nor listed as waiting", async () => {
  await inRolledBack(async (sql) => {
    await sql`set transaction isolation level repeatable read`;
    const counts = async () =>
      new Map(
        (await sql<{ kind: string; waiting: number }[]>`select * from count_waiting()`).map((row) => [
          row.kind,
          row.waiting,
        ]),
      );
    const before = await counts();
    const { waits, over } = await insertOver(sql);
    const after = await counts();
    const counted = ["report", "undo", "draft", "change", "payment", "incident", "mail", "bank_account"];
    for (const kind of counted) {
      const more = waits.filter(([of]) => of === kind).length;
      expect([kind, (after.get(kind) ?? 0) - (before.get(kind) ?? 0)]).toEqual([kind, more]);
    }
    await sql`insert into mail (event_key, message_id, content, given_up_at)
      values (${randomUUID()}, ${randomUUID()}, 'x', ${LONG_AGO})`;
    const kinds = [...before.keys(), ...after.keys(), "rights", "bank_account", "request", "import"];
    for (const kind of new Set(kinds)) {
      const listed = await sql<
        { kind: string; ref: string }[]
      >`select kind, ref from list_waiting(${[kind]}, 1000)`;
      const others = listed.filter(
        (row) => row.kind !== kind && !(kind === "request" && row.kind === "correction"),
      );
      expect([kind, others]).toEqual([kind, []]);
      const refs = listed.map(({ ref }) => ref);
      expect(refs).toEqual(expect.arrayContaining(waits.filter(([of]) => of === kind).map(([, ref]) => ref)));
      for (const [of, ref] of over) if (of === kind) expect(refs, kind).not.toContain(ref);
    }
  });
});

test("a faulty file of the last days is looked at until a later one of its subject came in whole", async () => {
  await inRolledBack(async (sql) => {
    const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);
    const run = (state: string, refused: number, changes: object = {}) =>
      insert(sql, "import_run", {
        ...{ subject: "orders", file_name: "x", sha256: "x", state, lines: 1, refused, finished_at: days(1) },
        ...changes,
      });
    const seen = [
      await run("failed", 0),
      await run("finished", 1),
      await run("previewed", 0, { finished_at: null, started_at: LONG_AGO }),
    ];
    const unseen = [
      await run("cancelled", 1),
      await run("running", 1),
      await run("failed", 0, { subject: "agreements" }),
      await run("previewed", 0, { subject: "agreements" }),
      await run("finished", 0, { finished_at: days(-6) }),
      await run("failed", 0, { finished_at: days(-8) }),
    ];
    const listed = async () => {
      const rows = await sql<{ run: string }[]>`select run from imports_to_look_at('orders')`;
      return [...seen, ...unseen].filter((id) => rows.some((row) => row.run === id));
    };
    // None of these is a later whole file of orders.
    await run("finished", 1, { finished_at: days(3) });
    await run("cancelled", 0, { finished_at: days(3) });
    await run("finished", 0, { finished_at: days(3), subject: "agreements" });
    await run("finished", 0, { finished_at: days(0.5) });
    expect(await listed()).toEqual(seen);
    const whole = await run("finished", 0, { finished_at: days(2) });
    expect(await listed()).toEqual(seen.slice(2));
    expect(
      (await sql<{ run: string }[]>`select run from imports_to_look_at('orders')`).map((row) => row.run),
    ).not.toContain(whole);

    // Until here a whole one of today hid all that is older than the window.
    await sql`update import_run set refused = 1 where subject = 'orders' and state = 'finished' and refused = 0`;
    const failed = await Promise.all([-6.9, -7.1].map((at) => run("failed", 0, { finished_at: days(at) })));
    const rows = await sql<{ run: string }[]>`select run from imports_to_look_at('orders')`;
    expect(failed.map((id) => rows.some(({ run }) => run === id))).toEqual([true, false]);
  });
});

test("the uses of days are net of reversals, in order, and answers of a counted day are those of its sum", async () => {
  await inRolledBack(async (sql) => {
    const sums = (day: string, state: string, uses: number) =>
      sql`insert into settlement_sum ${sql({ provider_id: provider, day, state, uses, amount: uses * 10 } as never)}`;
    await sums("1996-02-04", "open", 2);
    await sums("1996-02-03", "open", 1);
    await sums("1996-02-03", "paid", 2);
    await sums("1996-02-05", "open", 0);
    await sums("1996-02-06", "open", 5);
    const rows = await sql`select day::text, uses, amount::int from uses_by_day('1996-02-03', '1996-02-05')`;
    expect([...rows]).toEqual([
      { day: "1996-02-03", uses: 3, amount: 30 },
      { day: "1996-02-04", uses: 2, amount: 20 },
    ]);
  });
});
