import { randomBytes, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { fileRights } from "@/tests/support/factories/rights";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

const { personId: officer } = await makeOfficial("officer");
const today = await firstValue<string>(owner`select bogota_today()::text`);
type Sql = typeof owner | TransactionSql;

/** A request as its row describes it, open unless it says otherwise. */
async function request(sql: Sql, changes: object = {}) {
  const [number, code] = [`DP-1990-${randomUUID().slice(0, 8)}`, randomBytes(16)];
  const [row] = await sql<{ id: string }[]>`insert into rights_request ${sql({
    ...{ id: randomUUID(), number, kind: "erase", asker: "affiliate", content_sealed: "x", code_hash: code },
    ...{ language: "es-CO", due_on: "1990-02-01", ...changes },
  } as never)} returning id`;
  return { id: row?.id ?? "", number, code };
}
const incomplete = (until: string) => ({ state: "incomplete", missing_until: until });
const answered = { state: "answered", result: "granted", closed_at: new Date() };
const seen = { identity_at: new Date(), identity_by: officer };

const question = { kind: "consult" };

test("what waits is open, a question that lacks something, or a claim that does since longer than its time", async () => {
  await inRolledBack(async (sql) => {
    const rows = [
      await request(sql),
      await request(sql, incomplete("1990-01-31")),
      await request(sql, incomplete("1990-02-01")),
      await request(sql, { ...answered, missing_until: "1990-01-01" }),
      await request(sql, { ...answered, ...question, missing_until: "1990-03-01" }),
      await request(sql, { ...incomplete("1990-03-01"), ...question }),
      await request(sql, { state: "abandoned", closed_at: new Date(), missing_until: "1990-01-01" }),
    ];
    const waiting = await sql`select number from rights_waiting('1990-02-01') where number like 'DP-1990-%'`;
    const names = waiting.map(({ number }) => number);
    expect(rows.map(({ number }) => names.includes(number))).toEqual([
      ...[true, true, false, false, false, true, false],
    ]);
  });
});

test("a list and a request say what was done about it and nothing that was not", async () => {
  const { personId: reader } = await makeOfficial("auditor");
  await inRolledBack(async (sql) => {
    const [bare, full] = [
      await request(sql, { filed_at: "1990-01-01" }),
      await request(sql, {
        ...{ filed_at: "1990-01-01", extended_at: new Date(), mailbox_proven_at: new Date(), ...seen },
      }),
    ];
    await sql`insert into rights_file (request_id, sealed) values (${full.id}, 'x')`;
    const listed =
      await sql`select number, is_extended, has_mailbox from list_rights_requests(${reader}, true, 1000, 0)`;
    const inList = (number: string) => listed.find((row) => row.number === number);
    expect([inList(bare.number), inList(full.number)]).toMatchObject([
      { is_extended: false, has_mailbox: false },
      { is_extended: true, has_mailbox: true },
    ]);
    const view = async (number: string) =>
      (await sql`select * from view_rights_request(${reader}, ${number}, 'x')`)[0];
    expect(await view(bare.number)).toMatchObject({ is_extended: false, has_file: false, identity_by: null });
    expect(await view(full.number)).toMatchObject({ is_extended: true, has_file: true });
    expect(await view("DP-1990-NADA")).toBeUndefined();
    const views = await sql`select subject_id from audit_event where actor_id = ${reader} order by seq`;
    expect(views.map(({ subject_id }) => subject_id)).toEqual([bare.number, full.number]);
    expect(
      await sql`select from list_rights_events(${(await makeOfficial("officer")).personId}, ${full.id})`,
    ).toEqual([]);
  });
});

test("a step is refused for what lacks something, is closed or proves nobody, and leaves it as it was", async () => {
  const step = (sql: TransactionSql, name: string, number: string, rest: string) =>
    sql
      .unsafe(`select ${name}($1, $2, 1, gen_random_uuid(), ${rest}) as outcome`, [officer, number])
      .then(([row]) => row?.outcome as string);
  const steps: [string, string, string][] = [
    ["ask_rights_missing", "'x', '1990-01-01', '[]', 'x'", "done"],
    ["extend_rights_request", "'x', '1990-01-01', '[]', 'x'", "done"],
    ["answer_rights_request", "'granted', 'x', null, null, '[]', 'x'", "done"],
    ["answer_rights_request", "'granted', 'x', 'file', null, '[]', 'x'", "unproven"],
    ["answer_rights_request", "'granted', 'x', null, '{}', '[]', 'x'", "unproven"],
    ["withdraw_authorisation", "'{}', 'x'", "unproven"],
    ["abandon_rights_request", "'1990-02-01', '[]', 'x'", "too_early"],
  ];
  await inRolledBack(async (sql) => {
    for (const [name, rest, outcome] of steps) {
      const due = { due_on: today }; // what is extended is within its term
      const [open, closed] = [await request(sql, due), await request(sql, { ...due, ...answered })];
      expect([name, await step(sql, name, open.number, rest)]).toEqual([name, outcome]);
      expect([name, await step(sql, name, closed.number, rest)]).toEqual([name, "closed"]);
      if (name === "abandon_rights_request") continue;
      const lacking = { ...due, ...incomplete("1990-01-01"), ...seen };
      const claim = await request(sql, lacking);
      expect([name, await step(sql, name, claim.number, rest)]).toEqual([name, "not_whole"]);
      if (outcome !== "done") continue;
      // A question's days go on: it is answered and extended all the same, and is not asked for twice.
      const asked = await request(sql, { ...lacking, ...question });
      const then = name === "ask_rights_missing" ? "not_whole" : "done";
      expect([name, await step(sql, name, asked.number, rest)]).toEqual([name, then]);
    }
    // With an identity that was looked at, the file goes along.
    const known = await request(sql, seen);
    expect(
      await step(sql, "answer_rights_request", known.number, "'granted', 'x', 'file', null, '[]', 'x'"),
    ).toBe("done");
    expect(await sql`select from rights_file where request_id = ${known.id}`).toHaveLength(1);
    const bare = await request(sql);
    expect(
      await step(sql, "answer_rights_request", bare.number, "'refused', 'x', null, null, '[]', 'x'"),
    ).toBe("done");
    expect(await sql`select from rights_file where request_id = ${bare.id}`).toHaveLength(0);
    const late = await request(sql, incomplete("1990-01-31"));
    expect(await step(sql, "abandon_rights_request", late.number, "'1990-01-31', '[]', 'x'")).toBe(
      "too_early",
    );
    expect(await step(sql, "abandon_rights_request", late.number, "'1990-02-01', '[]', 'x'")).toBe("done");
    const never = await request(sql, { ...incomplete("1990-01-31"), ...question });
    expect(await step(sql, "abandon_rights_request", never.number, "'1990-02-01', '[]', 'x'")).toBe(
      "too_early",
    );
  });
});

test("the desk completes what lacks something, of any kind and after its time, on the version that it saw", async () => {
  const complete = (sql: TransactionSql, actor: string, number: string, version = 1) =>
    firstValue<string>(sql`select complete_rights_at_desk(${actor}, ${number}, ${version}, gen_random_uuid(), 'x',
      '1990-03-03', '[]', 'x')`);
  const { personId: reader } = await makeOfficial("auditor");
  await inRolledBack(async (sql) => {
    const extended = { extended_at: new Date("1990-01-15") };
    const lacking = { ...incomplete("1989-12-31"), ...extended };
    const [claim, asked] = [await request(sql, lacking), await request(sql, { ...lacking, ...question })];
    const other = await request(sql, lacking);
    expect([
      await complete(sql, reader, claim.number),
      await complete(sql, officer, "DP-1990-NADA"),
      await complete(sql, officer, claim.number, 2),
      await complete(sql, officer, (await request(sql)).number),
      await complete(sql, officer, (await request(sql, answered)).number),
    ]).toEqual(["not_allowed", "not_found", "changed", "changed", "closed"]);
    for (const { number } of [claim, asked]) expect(await complete(sql, officer, number)).toBe("done");
    const rows = await sql`select state, due_on::text, extended_at is null as fresh, missing_until, version
      from rights_request where id in ${sql([claim.id, asked.id, other.id])} order by due_on desc, version desc`;
    const whole = { state: "open", missing_until: null, version: 2 };
    expect([...rows]).toMatchObject([
      { ...whole, due_on: "1990-03-03", fresh: true },
      { ...whole, due_on: "1990-02-01", fresh: false },
      { state: "incomplete", due_on: "1990-02-01", fresh: false, version: 1 },
    ]);
    const events = await sql`select kind, actor_id from rights_event where request_id = ${claim.id}`;
    expect([...events]).toEqual([{ kind: "completed", actor_id: officer }]);
  });
});

test("a claim is told of while it is open and whole, of who has an index, and to who works for the caja", async () => {
  await inRolledBack(async (sql) => {
    const index = randomBytes(16);
    const told = await request(sql, { id_index: index });
    await request(sql, { id_index: index, kind: "consult" });
    await request(sql, { id_index: index, ...incomplete("2099-01-01") });
    await request(sql, { id_index: index, ...answered });
    await request(sql, { id_index: null });
    const claims = async (actor: string) =>
      (await sql`select number from open_claims(${actor}) where number like 'DP-1990-%'`).map(
        ({ number }) => number,
      );
    expect(await claims(officer)).toEqual([told.number]);
    expect(await claims((await makeMember(await makeProvider(), "owner")).personId)).toEqual([]);
  });
});

test("who has the code reads their own request, its words and its file, and completes it in time", async () => {
  await inRolledBack(async (sql) => {
    const [mine, other, empty] = [
      await request(sql, { ...incomplete("1990-02-01"), extended_at: new Date() }),
      await request(sql),
      await request(sql, { content_sealed: null }),
    ];
    const status = async (code: Buffer) =>
      (await sql`select number, is_extended, has_file from read_rights_status(${code})`)[0];
    expect(await status(mine.code)).toEqual({ number: mine.number, is_extended: true, has_file: false });
    expect([await status(empty.code), await status(randomBytes(16))]).toEqual([undefined, undefined]);
    for (const [of, kinds] of [
      [mine, ["filed", "identity", "missing", "exported", "account_named", "account_removed"]],
      [other, ["filed"]],
    ] as const)
      for (const kind of kinds)
        await sql`insert into rights_event (id, request_id, kind) values (gen_random_uuid(), ${of.id}, ${kind})`;
    const words = await sql`select kind from list_rights_words(${mine.code})`;
    expect(words.map(({ kind }) => kind)).toEqual(["filed", "missing"]);
    const complete = (code: Buffer, day: string) =>
      firstValue<string>(sql`
      select complete_rights_request(${code}, gen_random_uuid(), 'x', ${day}, '1990-03-03', 'x')`);
    expect([await complete(randomBytes(16), today), await complete(other.code, "1990-01-01")]).toEqual([
      ...["changed", "changed"],
    ]);
    expect(await complete(mine.code, "1990-02-02")).toBe("late");
    expect(await complete(mine.code, "1990-02-01")).toBe("done");
    const after = async (number: string) =>
      (
        await sql`select state, due_on::text, extended_at, missing_until, version
      from rights_request where number = ${number}`
      )[0];
    const whole = { state: "open", missing_until: null, version: 2 };
    expect(await after(mine.number)).toEqual({ ...whole, due_on: "1990-03-03", extended_at: null });
    const at = new Date("1990-01-15");
    const asked = await request(sql, { ...incomplete("1990-02-01"), kind: "consult", extended_at: at });
    // A question has no two months that end.
    expect(await complete(asked.code, "1990-02-02")).toBe("done");
    expect(await after(asked.number)).toEqual({ ...whole, due_on: "1990-02-01", extended_at: at });

    const file = async (code: Buffer) =>
      (await sql`select number from read_rights_file(${code}, 'x')`)[0] ?? null;
    await sql`insert into rights_file (request_id, sealed) values (${mine.id}, 'x')`;
    expect([await file(mine.code), await file(other.code)]).toEqual([null, null]);
    await sql`update rights_request set state = 'answered', result = 'granted', closed_at = now() where id = ${mine.id}`;
    expect([await file(mine.code), await file(other.code)]).toEqual([{ number: mine.number }, null]);
    const events = await sql`select subject_id from audit_event where action = 'rights.file_fetched'
      and subject_id in ${sql([mine.number, other.number])}`;
    expect(events.map(({ subject_id }) => subject_id)).toEqual([mine.number]);
  });
});

test("a mailbox is proven once, with the number and the code of one request", async () => {
  const [mine, other] = [await fileRights(), await fileRights()];
  const codeOf = (number: string) =>
    firstValue<Buffer>(owner`select code_hash from rights_request where number = ${number}`);
  const open = async (number: string, code: Buffer) =>
    firstValue<string>(owner`select outcome from open_rights_request(${number}, ${code}, '[]', 'x')`);
  expect(await open(mine.number, await codeOf(other.number))).toBe("unknown");
  const proven = () => owner`select number, mailbox_proven_at from rights_request
    where number in ${owner([mine.number, other.number])} and mailbox_proven_at is not null`;
  expect(await proven()).toHaveLength(0);
  expect(await open(mine.number, await codeOf(mine.number))).toBe("done");
  const first = await proven();
  expect(first.map(({ number }) => number)).toEqual([mine.number]);
  expect(await open(mine.number, await codeOf(mine.number))).toBe("done");
  expect([...(await proven())]).toEqual([...first]);
  const events =
    await owner`select from audit_event where action = 'rights.mailbox_proven' and subject_id = ${mine.number}`;
  expect(events).toHaveLength(1);
});
