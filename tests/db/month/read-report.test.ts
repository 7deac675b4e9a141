import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { figures } from "@/domain/month/lines";
import { type MonthReport, readMonthReport } from "@/domain/month/read-report";
import { reportRows } from "@/domain/month/report-rows";
import { monthReport as words } from "@/messages/es-CO/month-report";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { grantOf } from "@/tests/support/officials";

type Row = Record<string, string | number | null>;

async function insertOrder(changes: Row, sql: Sql | TransactionSql = owner): Promise<string> {
  const number = randomUUID().toUpperCase();
  const row: Row = {
    ...{
      id: randomUUID(),
      number,
      number_key: number,
      value: 1_000,
      balance: 1_000,
      affiliate_id_kind: "CC",
    },
    ...{ affiliate_id_sealed: "x", affiliate_id_index: "x", affiliate_name_sealed: "x", concept: "" },
    ...{ office: "Prado", issued_on: "1990-01-01", valid_until: "2099-12-31", state: "issued" },
    ...changes,
  };
  await sql`insert into "order" ${sql(row as Record<string, string>)}`;
  return String(row.id);
}

const read = async (month: string): Promise<MonthReport> => {
  const report = await readMonthReport(await grantOf("auditor", "settlement.read"), month);
  if ("fault" in report) throw new Error(report.fault);
  return report;
};

test("a month counts its first and its last instant in Bogotá, and the month before what lies beside them", async () => {
  // Nobody else's orders are of a month so long ago.
  const kind = await makeKind({ partialUse: true });
  const provider = await makeProvider({ approved: true });
  const person = (await makeMember(provider, "owner")).personId;
  const official = (await makeCajaPerson("officer")).personId;
  const [shop] = await owner<{ nit: string }[]>`select nit from provider where id = ${provider}`;
  const nit = shop?.nit ?? "";
  const order = (changes: Row) => insertOrder({ kind_code: kind, ...changes });
  // Issued and expired go by the days that the paper says.
  await order({ issued_on: "1995-03-01", value: 1, balance: 1 });
  await order({ issued_on: "1995-03-31", value: 2, balance: 2, office: "Soledad" });
  await order({ issued_on: "1995-02-28", value: 4, balance: 4 });
  await order({ issued_on: "1995-04-01", value: 8, balance: 8 });
  await order({ valid_until: "1995-03-31", value: 16, balance: 16, provider_nit: nit });
  await order({ valid_until: "1995-02-28", value: 32, balance: 32 });
  await order({ valid_until: "1995-04-01", value: 64, balance: 64 });
  // Voided and used by the moment, which in Bogotá is five hours behind.
  const voided = (value: number, at: string) =>
    order({ state: "annulled", value, balance: value, state_changed_at: at, provider_nit: null });
  await voided(128, "1995-03-01T05:00:00Z");
  await voided(256, "1995-04-01T04:59:59.999Z");
  await voided(512, "1995-03-01T04:59:59.999Z");
  await voided(1_024, "1995-04-01T05:00:00Z");
  const use = (amount: number, at: string) =>
    owner.begin(async (sql) => {
      const [found] = await sql<{ id: string }[]>`insert into "order" (id, kind_code, number, number_key,
          affiliate_id_kind, affiliate_id_sealed, affiliate_id_index, affiliate_name_sealed, value, balance, concept,
          issued_on, valid_until, office, state)
        select gen_random_uuid(), ${kind}, n, n, 'CC', 'x', 'x', 'x', ${amount}, 0, '', '1990-01-01', '2099-12-31', 'Prado',
          'used' from (select upper(gen_random_uuid()::text) as n) n returning id`;
      await sql`insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, at)
        values (${found?.id ?? ""}, 'use', ${amount}, 0, ${provider}, ${person}, ${randomUUID()}, ${at})`;
    });
  await use(2_048, "1995-03-01T05:00:00Z");
  await use(4_096, "1995-04-01T04:59:59.999Z");
  await use(8_192, "1995-03-01T04:59:59.999Z");
  await use(16_384, "1995-04-01T05:00:00Z");
  // In review when the month ended; one was over an instant before.
  const hold = (value: number, placed: string, released: string | null) =>
    owner.begin(async (sql) => {
      const held: Row = released ? {} : { state: "blocked", state_before: "issued" };
      const id = await insertOrder({ kind_code: kind, value, balance: value, ...held }, sql);
      await sql`insert into order_hold (order_id, placed_by, placed_at, reason, released_by, released_at, release_reason)
        values (${id}, ${official}, ${placed}, 'x', ${released && official}, ${released}, ${released && "x"})`;
    });
  await hold(32_768, "1995-04-01T04:59:59Z", null);
  await hold(65_536, "1995-03-10T12:00:00Z", "1995-04-01T04:59:59Z");
  await hold(131_072, "1995-04-01T05:00:00Z", null);

  const report = await read("1995-03");
  const line = report.lines.kinds.find(({ key }) => key === kind);
  const amounts = (when: "now" | "before") =>
    Object.fromEntries(figures.map((figure) => [figure, line?.[when][figure].amount]));
  expect(amounts("now")).toEqual({
    issued: 1 + 2,
    used: 2_048 + 4_096,
    expired: 16,
    voided: 128 + 256,
    held: 32_768,
  });
  expect(amounts("before")).toMatchObject({ issued: 4, used: 8_192, expired: 32, voided: 512, held: 0 });
  expect(report.providers.find((row) => row.nit === nit)).toMatchObject({
    now: { used: { count: 2, amount: 6_144 }, expired: { count: 1, amount: 16 } },
    before: { used: { count: 1, amount: 8_192 } },
    unpaid: { now: 6_144, before: 8_192 },
    paid: { now: 0, before: 0 },
  });

  // Whichever way it is cut, a figure adds up to the same.
  for (const figure of figures)
    for (const when of ["now", "before"] as const)
      for (const of of ["count", "amount"] as const) {
        const total = report.lines.total[when][figure][of];
        for (const cut of [report.lines.kinds, report.lines.offices, report.providers])
          expect(
            cut.reduce((sum, row) => sum + row[when][figure][of], 0),
            `${figure} ${when}`,
          ).toBe(total);
      }
  // The course of six months ends with the month and the one before it.
  expect(report.course.map(({ month }) => month)).toEqual([
    ...["1994-10", "1994-11", "1994-12", "1995-01", "1995-02", "1995-03"],
  ]);
  for (const [at, when] of [
    [4, "before"],
    [5, "now"],
  ] as const)
    for (const figure of figures)
      if (figure !== "held")
        expect(report.course[at]?.orders[figure], figure).toEqual(report.lines.total[when][figure]);
  // The files say the same.
  const rows = reportRows(report, words);
  for (const table of ["kinds", "offices", "providers"] as const)
    for (const figure of figures) {
      const sum = rows
        .filter((row) => row.table === table && row.figure === words.figures[figure])
        .reduce((amount, row) => amount + (row.amount ?? 0), 0);
      expect(sum, `${table} ${figure}`).toBe(report.lines.total.now[figure].amount);
    }
});

test("requests count where they came in and where they were answered, and a decision taken back does not", async () => {
  const request = async (
    filedAt: string,
    events: [kind: string, at: string][],
    decided?: [state: string, at: string],
    renews = false,
  ) => {
    const provider = await makeProvider({ approved: false });
    const person = (await makeMember(provider, "owner")).personId;
    const [state = "submitted", at = null] = decided ?? [];
    const [row] = await owner<{ id: string }[]>`
      insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, filed_at, submitted_at,
        decided_at, renews)
      values (${`SOL-1995-${randomUUID().slice(0, 8)}`}, ${provider}, 'CONVENIOS', ${state}, ${person}, 'x', ${filedAt},
        ${filedAt}, ${at}, ${renews}) returning id`;
    for (const [kind, when] of events)
      await owner`insert into request_event (request_id, kind, at) values (${row?.id ?? ""}, ${kind}, ${when})`;
  };
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  // The first is a Wednesday; no holiday lies in that month.
  await request(
    "1995-02-01T05:00:00Z",
    [["approved", "1995-02-01T15:00:00Z"]],
    ["approved", "1995-02-01T15:00:00Z"],
  );
  await request(
    "1995-02-01T15:00:00Z",
    [["rejected", "1995-02-10T15:00:00Z"]],
    ["rejected", "1995-02-10T15:00:00Z"],
  );
  await request("1995-02-02T15:00:00Z", [
    ["returned", "1995-02-03T15:00:00Z"],
    ["corrected", "1995-02-04T15:00:00Z"],
    ["approved", "1995-02-05T15:00:00Z"],
    ["taken_back", "1995-02-05T15:00:05Z"],
  ]);
  await request(
    "1995-02-01T04:59:59Z",
    [["approved", "1995-03-01T04:59:59Z"]],
    ["approved", "1995-03-01T04:59:59Z"],
  );
  await request(
    "1995-03-01T05:00:00Z",
    [["approved", "1995-03-01T15:00:00Z"]],
    ["approved", "1995-03-01T15:00:00Z"],
  );
  expect((await read("1995-02")).requests.now).toEqual({
    ...{ received: 3, returned: 1, approved: 2, rejected: 1 },
    // 0, 7 and 20 working days.
    ...{ median: 7, p90: 20, late: 2 },
  });
  expect((await read("1995-03")).requests.before.received).toBe(3);
  // Renewals are work of their own, apart from who asks for the first time.
  await request(
    "1995-02-01T15:00:00Z",
    [
      ["returned", "1995-02-02T15:00:00Z"],
      ["approved", "1995-02-02T16:00:00Z"],
    ],
    ["approved", "1995-02-02T16:00:00Z"],
    true,
  );
  const report = await read("1995-02");
  const { requests, renewals } = report;
  expect(requests.now.received).toBe(3);
  expect(requests.now.approved).toBe(2);
  expect(renewals.now).toEqual({
    ...{ received: 1, returned: 1, approved: 1, rejected: 0 },
    ...{ median: 1, p90: 1, late: 0 },
  });
  expect(reportRows(report, words).filter(({ table }) => table === "renewals")[0]).toMatchObject({
    ...{ name: "Renovaciones", figure: "Recibidas", count: 1, before: 0 },
  });
});

test("a month to come has no report, and one without anything is empty", async () => {
  const grant = await grantOf("treasurer", "settlement.read");
  expect(await readMonthReport(grant, "2199-01")).toMatchObject({ fault: "future" });
  expect(await readMonthReport(grant, "2026-13")).toMatchObject({ fault: "unknown" });
  const empty = await read("1930-01");
  expect([empty.lines.kinds, empty.lines.offices, empty.providers]).toEqual([[], [], []]);
});
