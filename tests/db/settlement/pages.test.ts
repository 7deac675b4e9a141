import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { settledRow } from "@/components/settlement/use-rows";
import { exportSettlement } from "@/domain/settlement/export-settlement";
import { readSettlement, readSettlementTotals } from "@/domain/settlement/read-settlement";
import { exportStatement, readStatement, statementRows } from "@/domain/settlement/statement";
import { writeStatement } from "@/domain/settlement/write-pdf";
import type { Cell } from "@/lib/table/write";
import { settlement as words } from "@/messages/es-CO/settlement";
import { authorize, type Grant, type ProviderActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf, logOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses } from "@/tests/support/paid-run";
import { payUses } from "@/tests/support/pay-uses";
import { readPdf } from "@/tests/support/read-pdf";
import { settleShownUses as settle } from "@/tests/support/settle-shown-uses";
import { client, makeUses, type Till } from "@/tests/support/use-order";

const USES = 27;
const SIZE = 25;
/** Days that no other test uses. */
const days = (name: "from" | "to") => ({ from: "2001-03-01", to: "2001-03-31" })[name];
const noEmail = () => ({ subject: "", text: "" });
const reading = () => grantOf("auditor", "settlement.read");

let till: Till;
let useIds: string[];
let asOwner: Grant<"history.export">;

beforeAll(async () => {
  ({ till, useIds } = await makeUses(USES));
  const { personId, provider } = till.actor;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const actor: ProviderActor = { ...till.actor, role: "owner" };
  asOwner = authorize(actor, "history.export");
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${provider.id}, 'Centro') returning id`;
  const [counter] = await owner<{ id: string }[]>`
    insert into counter (branch_id, name) values (${branch?.id ?? null}, 'Caja 2') returning id`;
  const other = await makeUses(1);
  await owner.begin(async (transaction) => {
    await transaction`alter table order_use disable trigger order_use_is_kept`;
    await transaction`update order_use set at = at - (now() - timestamptz '2001-03-05 15:00Z')
      where id = any(${[...useIds, ...other.useIds]}::uuid[])`;
    // Three of the uses were made at a counter of a branch.
    await transaction`update order_use set counter_id = ${counter?.id ?? null}
      where id = any(${useIds.slice(0, 3)}::uuid[])`;
    await transaction`alter table order_use enable trigger order_use_is_kept`;
    await transaction`select rebuild_settlement_sums()`;
  });
});

test("the paginated statement has each use on one page, and its totals cover all pages", async () => {
  const pages = [1, 2].map((page) => readStatement(asOwner, days, { size: SIZE, page }));
  const [first, second] = await Promise.all(pages);
  expect(first?.uses).toHaveLength(SIZE);
  expect([...(first?.uses ?? []), ...(second?.uses ?? [])].map(({ useId }) => useId)).toEqual(useIds);
  for (const page of [first, second])
    expect(page).toMatchObject({
      pages: 2,
      total: { uses: USES, amount: USES * 480_000 },
      branches: [
        { branch: "Centro", uses: 3, amount: 3 * 480_000 },
        { branch: null, uses: USES - 3, amount: (USES - 3) * 480_000 },
      ],
    });
  expect(first?.uses[0]).toMatchObject({ branch: "Centro", counter: "Caja 2" });
  const behind = await readStatement(asOwner, days, { size: SIZE, page: 9 });
  expect(behind).toMatchObject({ page: 2, uses: second?.uses });
});

test("the statement file has every use, and its last line is their total", async () => {
  const file = await exportStatement(asOwner, days, { format: "csv", ip: client().ip });
  const rows: Cell[][] = [];
  for await (const row of statementRows(file, words)) rows.push(row);
  expect(rows).toHaveLength(USES + 1);
  expect(new Set(rows.slice(0, -1).map(([receipt]) => receipt)).size).toBe(USES);
  expect(rows.at(-1)?.[4]).toBe(USES * 480_000);
  expect(rows[0]?.slice(5, 7)).toEqual(["Centro", "Caja 2"]);
});

test("the caja's file of a provider has every use of a state, reading it is logged, and a role without it has none", async () => {
  const auditor = await makeOfficial("auditor");
  const grant = authorize(auditor, "settlement.read");
  const open = (state: string, from = grant) =>
    exportSettlement(from, till.actor.provider.id, days, { state, format: "csv", ip: client().ip });
  const count = async (file: Awaited<ReturnType<typeof open>>) => {
    let uses = 0;
    for await (const _ of file?.uses() ?? []) uses += 1;
    return uses;
  };
  expect(await count(await open(""))).toBe(USES);
  expect(await count(await open("paid"))).toBe(0);
  expect(await exportSettlement(grant, "x", days, { state: "", format: "csv", ip: "x" })).toBeNull();
  expect((await logOf(auditor.personId)).map(({ action }) => action)).toEqual([
    "settlement.exported",
    "settlement.exported",
  ]);
  await owner`update person set caja_role = 'reviewer' where id = ${auditor.personId}`;
  await expect(open("")).rejects.toMatchObject({ code: "not_allowed" });
});

test("the statement and its file name the payment run of a paid use, with its day and reference", async () => {
  const { till: paidTill, useIds: uses } = await invoicedUses(1);
  const { personId, provider } = paidTill.actor;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const grant = authorize({ ...paidTill.actor, role: "owner" }, "history.export");
  const month = (name: "from" | "to") => ({ from: bogotaDay(new Date()), to: bogotaDay(new Date()) })[name];
  const open = async () => {
    const file = await exportStatement(grant, month, { format: "csv", ip: client().ip });
    const pdf = new PassThrough();
    const rows: Cell[][] = [];
    for await (const row of statementRows(file, words)) rows.push(row);
    const [bytes] = await Promise.all([
      buffer(pdf),
      writeStatement(file, { caja: "Caja Demo", provider: provider.legalName }, pdf),
    ]);
    return { row: rows[0]?.slice(-3), text: (await readPdf(bytes)).pages.map((page) => page.text).join(" ") };
  };
  expect((await open()).row).toEqual([null, null, null]);
  expect(await payUses(owner, uses)).toBe("done");
  const { row, text } = await open();
  expect(row).toEqual([
    expect.stringMatching(/^PG-20\d\d-\d{6,}$/),
    { day: bogotaDay(new Date()) },
    "PRUEBA-1",
  ]);
  for (const fact of [String(row?.[0]), "PRUEBA-1"]) expect(text).toContain(fact);
  const [use] = (await readStatement(grant, month, { size: SIZE, page: 1 })).uses;
  expect(use && settledRow(use, words).state).toContain(`Pago ${row?.[0]}`);
  expect(use && settledRow(use, words).state).toContain("referencia PRUEBA-1");
});

test("the caja's page of a provider is filtered by state, and its counts cover all states", async () => {
  const officer = await grantOf("officer", "settlement.manage");
  const moved = {
    providerId: till.actor.provider.id,
    uses: useIds.slice(0, 4),
    to: "legalized" as const,
    invoice: "",
    cufe: "",
    reason: "",
  };
  await settle(officer, moved, noEmail, client());
  const read = async (state: "legalized" | "paid" | null, page = 1) =>
    readSettlement(await reading(), till.actor.provider.id, days, { state, size: SIZE, page });
  const counts = [
    { state: "open", uses: USES - 4 },
    { state: "legalized", uses: 4 },
    { state: "invoiced", uses: 0 },
    { state: "paid", uses: 0 },
    { state: "objected", uses: 0 },
  ];
  expect(await read(null, 2)).toMatchObject({ pages: 2, page: 2, total: { uses: USES }, byState: counts });
  const legalized = await read("legalized", 2);
  expect(legalized).toMatchObject({ pages: 1, page: 1, total: { uses: USES }, byState: counts });
  expect(legalized?.uses.map(({ useId }) => useId)).toEqual(useIds.slice(0, 4));
  expect((await read("paid"))?.uses).toEqual([]);
});

test("the caja's list of providers is paginated, and its totals cover all pages", async () => {
  const pages = [1, 2].map(async (page) =>
    readSettlementTotals(await reading(), days, { search: "", size: 1, page }),
  );
  const lists = await Promise.all(pages);
  for (const { totals, pages: count, providers } of lists) {
    expect(totals).toEqual({ providers: 2, uses: USES + 1, amount: (USES + 1) * 480_000 });
    expect(count).toBe(2);
    expect(providers).toHaveLength(1);
  }
  const find = async (search: string) =>
    readSettlementTotals(await reading(), days, { search, size: 25, page: 1 });
  const { nit } = till.actor.provider;
  const dotted = nit.replace(/\B(?=(\d{3})+$)/g, ".");
  for (const search of [nit, dotted, `${dotted}-0`])
    expect(await find(search)).toMatchObject({
      totals: { providers: 1, uses: USES },
      providers: [{ provider: { id: till.actor.provider.id } }],
    });
  for (const search of ["prueba s.a", "SÁS pruéba"])
    expect((await find(search)).totals.providers, search).toBe(2);
  for (const search of ["%", "no hay tal"])
    expect(await find(search)).toMatchObject({ totals: { providers: 0, uses: 0, amount: 0 }, providers: [] });
  const own = lists.flatMap(({ providers }) => providers).filter(({ uses }) => uses === USES);
  expect(own).toMatchObject([
    {
      provider: { id: till.actor.provider.id },
      amounts: { open: (USES - 4) * 480_000, legalized: 4 * 480_000, invoiced: 0, paid: 0, objected: 0 },
    },
  ]);
});
