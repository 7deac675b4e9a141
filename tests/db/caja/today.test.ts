import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { inRolledBack } from "@/tests/support/rolled-back";

let provider: string;
let person: string;
let kind: string;
/** Created before any transaction begins, which sees them so. */
let applicants: string[];
let official: string;
beforeAll(async () => {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  provider = await makeProvider({ approved: true });
  person = (await makeMember(provider, "owner")).personId;
  kind = await makeKind();
  applicants = await Promise.all(Array.from({ length: 5 }, () => makeProvider({ approved: false })));
  official = (await makeCajaPerson("officer")).personId;
});

type Row = Record<string, string | number | Date | null>;

/** Creates an order as it is described; the deferred checks of the ledger never run. */
async function insertOrder(sql: TransactionSql, changes: Row = {}): Promise<string> {
  const number = randomUUID().toUpperCase();
  const row: Row = {
    ...{ id: randomUUID(), kind_code: kind, number, number_key: number, value: 1_000, balance: 1_000 },
    ...{
      affiliate_id_kind: "CC",
      affiliate_id_sealed: "x",
      affiliate_id_index: "x",
      affiliate_name_sealed: "x",
    },
    ...{ concept: "", office: "", issued_on: "1999-01-01", valid_until: "2099-12-31", state: "issued" },
    ...changes,
  };
  await sql`insert into "order" ${sql(row as Record<string, string>)}`;
  return String(row.id);
}

async function insertUse(sql: TransactionSql, at: string, amount: number): Promise<string> {
  const order = await insertOrder(sql, { value: amount, balance: 0, state: "used" });
  const id = randomUUID();
  await sql`insert into order_use (id, order_id, kind, amount, balance, provider_id, person_id, key, at)
    values (${id}, ${order}, 'use', ${amount}, 0, ${provider}, ${person}, ${randomUUID()}, ${at})`;
  return id;
}

/** Nobody else's orders are of a month so long ago. */
const days = ["1998-02-01", "1998-02-28"] as const;
async function moneyOf(sql: TransactionSql): Promise<Record<string, number>> {
  const [row] = await sql`select * from orders_in_money(${days[0]}, ${days[1]})`;
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
}

test("the month's money counts each order on the day that its kind of figure goes by", async () => {
  await inRolledBack(async (sql) => {
    expect(Object.values(await moneyOf(sql)).every((figure) => figure === 0)).toBe(true);
    // Issued by the first day, in whatever state; a discarded draft never had a number.
    const replacement = await insertOrder(sql, { issued_on: "1998-02-28", value: 500, balance: 500 });
    await insertOrder(sql, {
      ...{ issued_on: "1998-02-01", value: 500, balance: 500 },
      ...{ state: "replaced", replaced_by: replacement },
    });
    await insertOrder(sql, { issued_on: "1998-01-31", value: 7, balance: 7 });
    await insertOrder(sql, { issued_on: "1998-03-01", value: 7, balance: 7 });
    await insertOrder(sql, {
      ...{ issued_on: "1998-02-02", state: "annulled", number: null, number_key: null },
      state_changed_at: "1998-02-02T12:00:00Z",
    });
    expect(await moneyOf(sql)).toMatchObject({ issued: 1, issued_amount: 500, voided: 0 });
    // Expired: what is left, by the last day.
    await insertOrder(sql, { valid_until: "1998-02-28", issued_on: "1997-01-01", balance: 400 });
    await insertOrder(sql, { valid_until: "1998-02-28", issued_on: "1997-01-01", balance: 0, state: "used" });
    await insertOrder(sql, { valid_until: "1998-03-01", issued_on: "1997-01-01" });
    // Annulled: by the moment in Bogotá, which is five hours behind.
    const annul = (at: string) =>
      insertOrder(sql, { state: "annulled", balance: 300, state_changed_at: at, issued_on: "1997-01-01" });
    await annul("1998-03-01T04:59:59Z");
    await annul("1998-03-01T05:00:00Z");
    expect(await moneyOf(sql)).toMatchObject({
      ...{ issued: 1, issued_amount: 500, expired: 1, expired_amount: 400, voided: 1, voided_amount: 300 },
    });
  });
});

test("used and to be paid equal the ledger, net of reversals, and an objected or paid use is not to be paid", async () => {
  await inRolledBack(async (sql) => {
    const settle = (use: string, state: "objected" | "paid" | "legalized") =>
      sql`insert into settlement ${sql({
        ...{ use_id: use, state, changed_at: "1998-02-20T12:00:00Z", changed_by: person },
        ...(state === "objected" ? { objection: "No coincide" } : {}),
        ...(state === "paid" ? { invoice: "F1", cufe: "a".repeat(96) } : {}),
      })}`;
    await insertUse(sql, "1998-02-01T05:00:00Z", 100);
    await settle(await insertUse(sql, "1998-02-10T12:00:00Z", 200), "legalized");
    await settle(await insertUse(sql, "1998-02-10T13:00:00Z", 400), "objected");
    await settle(await insertUse(sql, "1998-02-28T12:00:00Z", 800), "paid");
    await insertUse(sql, "1998-02-01T04:59:59Z", 1_600);
    const undone = await insertUse(sql, "1998-02-11T12:00:00Z", 3_200);
    await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, undoes, reason, at)
      select order_id, 'undo', amount, amount, provider_id, person_id, ${randomUUID()}, id, 'x', at
      from order_use where id = ${undone}`;
    const [ledger] = await sql`select count(*)::int as uses, sum(u.amount)::int as amount from order_use u
      where u.kind = 'use' and bogota_day(u.at) between ${days[0]} and ${days[1]}
        and not exists (select from order_use back where back.undoes = u.id)`;
    expect(ledger).toEqual({ uses: 4, amount: 1_500 });
    expect(await moneyOf(sql)).toMatchObject({ used: 4, used_amount: 1_500, unpaid: 2, unpaid_amount: 300 });
    const perDay = await sql`select day::text, uses, amount::int from uses_by_day(${days[0]}, ${days[1]})`;
    expect([...perDay]).toEqual([
      { day: "1998-02-01", uses: 1, amount: 100 },
      { day: "1998-02-10", uses: 2, amount: 600 },
      { day: "1998-02-28", uses: 1, amount: 800 },
    ]);
  });
});

const LONG_AGO = "1998-02-03T12:00:00Z";

/** Creates one of each kind, all since long ago, and what is over and waits no more. */
async function insertWaiting(sql: TransactionSql) {
  const request = async (applicant: string | undefined, state: string, renews = false) => {
    const filingNumber = `SOL-1998-${randomUUID().slice(0, 8)}`;
    const [row] = await sql<{ id: string }[]>`
      insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, filed_at, submitted_at, renews)
      values (${filingNumber}, ${applicant ?? null}, 'CONVENIOS', ${state}, ${person}, 'x',
        ${LONG_AGO}, ${LONG_AGO}, ${renews}) returning id`;
    return { id: row?.id ?? "", filingNumber };
  };
  const filed = await request(applicants[0], "submitted");
  const corrected = await request(applicants[1], "submitted");
  await sql`insert into request_event (request_id, kind) values (${corrected.id}, 'corrected')`;
  await request(applicants[2], "returned");
  const renewal = await request(applicants[3], "submitted", true);
  await sql`insert into bank_account (id, provider_id, bank, kind, number_sealed, last_four, state, proposed_by,
      proposed_at, reason)
    select gen_random_uuid(), p.id, '1007', 'savings', 'x', '6007', a.state, ${official}, ${LONG_AGO}, 'Lo pidió.'
    from provider p cross join unnest(array['proposed', 'requested']) a(state) where p.id = ${applicants[4] ?? null}`;
  const draft = await insertOrder(sql, {
    ...{ state: "draft", number: null, number_key: null, drafted_by: official },
    approval_asked_at: LONG_AGO,
  });
  await insertOrder(sql, { state: "draft", number: null, number_key: null, drafted_by: official });
  const changed = await insertOrder(sql);
  await sql`insert into order_change (order_id, deed, order_version, valid_until, reason, asked_by, asked_at)
    select id, 'extend', updated_at, '2099-12-31', 'x', ${official}, ${LONG_AGO} from "order" where id = ${changed}`;
  const use = await insertUse(sql, LONG_AGO, 100);
  const [undo] = await sql<
    { id: string }[]
  >`insert into undo_request (use_id, provider_id, asked_by, asked_at, reason)
    values (${use}, ${provider}, ${person}, ${LONG_AGO}, 'x') returning id`;
  const pay = (kind: string, of: string | null) => sql<{ id: string }[]>`
    insert into payment (kind, reverses, reason, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
    values (${kind}, ${of}, ${of}, '1998-02-03', 'x', 1, 1, 1, 'pending', ${LONG_AGO}, ${official}, gen_random_uuid())
    returning id`;
  const [payment] = await pay("payment", null);
  const [reversal] = await pay("reversal", payment?.id ?? null);
  const run = (state: string, refused: number, subject = "orders") => sql<{ id: string }[]>`
    insert into import_run (subject, file_name, sha256, state, lines, refused, started_at, finished_at)
    values (${subject}, ${randomUUID()}, 'x', ${state}, 1, ${refused}, ${LONG_AGO}, now() + interval '1 day') returning id`;
  const [faulty] = await run("finished", 1);
  await run("cancelled", 1);
  const [convenios] = await run("previewed", 0, "agreements");
  await sql`insert into mail (event_key, message_id, content, given_up_at)
    values (${randomUUID()}, ${randomUUID()}, 'x', ${LONG_AGO})`;
  return {
    request: filed.filingNumber,
    renewal: renewal.filingNumber,
    correction: corrected.filingNumber,
    bank_account: applicants[4] ?? "",
    ...{ payment: payment?.id ?? "", reversal: reversal?.id ?? "" },
    ...{ draft, change: changed, undo: undo?.id ?? "", import: faulty?.id ?? "" },
    ...{ agreement_import: convenios?.id ?? "", mail: "" },
  };
}

const countsIn = async (sql: TransactionSql) =>
  new Map(
    (await sql<{ kind: string; waiting: number }[]>`select * from count_waiting()`).map(
      ({ kind: of, waiting }) => [of, waiting],
    ),
  );

test("what waits is counted by kind, and what was returned, discarded or is not yet asked for does not wait", async () => {
  await inRolledBack(async (sql) => {
    await sql`set transaction isolation level repeatable read`;
    const before = await countsIn(sql);
    const created = await insertWaiting(sql);
    const after = await countsIn(sql);
    for (const of of Object.keys(created)) expect((after.get(of) ?? 0) - (before.get(of) ?? 0), of).toBe(1);
  });
});

test("the list names each thing that waits by what its page is called, and only of the kinds that were asked for", async () => {
  await inRolledBack(async (sql) => {
    const created = await insertWaiting(sql);
    const listed = async (kinds: string[]) =>
      sql<{ kind: string; ref: string; since: Date; who: string | null }[]>`
        select * from list_waiting(${kinds}, 1000)`;
    const asked = [
      "request",
      "undo",
      "draft",
      "change",
      "payment",
      "bank_account",
      "import",
      "agreement_import",
      "mail",
    ];
    const all = await listed([...asked, "renewal", "reversal"]);
    for (const [of, ref] of Object.entries(created))
      expect(all.filter((row) => row.kind === of && (of === "mail" || row.ref === ref)).length, of).toBe(1);
    // A process of before does not know what a renewal or a reversal is.
    const before = await listed(asked);
    expect(before.find(({ ref }) => ref === created.renewal)?.kind).toBe("request");
    expect(before.find(({ ref }) => ref === created.reversal)?.kind).toBe("payment");
    expect((await listed(["undo"])).every((row) => row.kind === "undo")).toBe(true);
    expect(all.find(({ kind: of }) => of === "mail")?.since).toEqual(new Date(LONG_AGO));
  });
});
