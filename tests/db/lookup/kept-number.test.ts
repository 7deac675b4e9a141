import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { listProviderLookups } from "@/db/queries/provider-file";
import { readCounterDay } from "@/domain/history/read-counter-day";
import { readHistory } from "@/domain/history/read-history";
import { readHistoryFilters } from "@/domain/history/schema";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { numberAgain, readLookup } from "@/domain/lookup/read-lookup";
import { checkProof } from "@/domain/proof/check-proof";
import { giveLookupProof } from "@/domain/proof/give-proof";
import { readProof } from "@/domain/proof/read-proof";
import { readReport } from "@/domain/report/read-report";
import { applyRetentionRule } from "@/domain/retention/apply";
import { authorize } from "@/model/access";
import { decide, report } from "@/tests/support/file-report";
import { makeOrder, makeTill, owner, someDigits } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import { inRolledBack } from "@/tests/support/rolled-back";
import { client, type Till } from "@/tests/support/use-order";

const ID = "1042555318";
const SWAPPED = `María Elena Pérez ${ID}`;

const look = (till: Till, number: string, idNumber = "700004") =>
  lookUpOrder(till, { idNumber, kindCode: "AS", number }, client());

async function kept(id: string) {
  const [row] = await owner<{ number: string; sealed: boolean }[]>`
    select number_typed as number, number_sealed is not null as sealed from lookup where id = ${id}`;
  return row;
}

const grownOld = (id: string) =>
  owner`update lookup set asked_at = asked_at - interval '25 hours' where id = ${id}`;

let till: Till;
beforeAll(async () => {
  till = await makeTill();
});

test.each([
  [ID, "•••5318"],
  [SWAPPED, "•••5318"],
  [`Ana Díaz ${ID}`, "•••5318"],
  [`${ID} Ana Díaz`, "•••"],
  ["María1", "•••1"],
  ["1.042.555.318", "•••5318"],
  ["H-0000001", "•••0001"],
  ["CV-2026-521B", "•••521B"],
  ["0004521", "4521"],
])("of “%s”, which no order has, %s is kept and the rest is sealed", async (typed, shown) => {
  expect(await kept(await look(await makeTill(), typed))).toEqual({ number: shown, sealed: true });
});

test("a look-up that finds its order keeps the order's number, however it was typed", async () => {
  const order = await makeOrder();
  const found = await look(till, `María Elena Pérez ${order.number}`, order.idNumber);
  expect(await kept(found)).toEqual({ number: order.number.replace(/^0+/, ""), sealed: true });
  const foreign = await makeOrder({ providerNit: "900123456" });
  const asked = await look(till, `Orden No. ${foreign.number}`, foreign.idNumber);
  expect((await readLookup(till, asked))?.outcome).toBe("other_provider");
  expect((await kept(asked))?.number).toBe(foreign.number.replace(/^0+/, ""));
});

test("a process of an earlier version is answered, and no more is kept of what it writes", async () => {
  const order = await makeOrder();
  const kept = async (number: string, found: string | null) => {
    const [row] = await owner<{ kept: string }[]>`
      insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, order_id)
      values (${randomUUID()}, ${till.actor.personId}, ${till.actor.provider.id}, 'typed', 'AS', ${number}, 'current',
        ${found}) returning number_typed as kept`;
    return row?.kept;
  };
  expect(await kept(ID, null)).toBe("•••5318");
  expect(await kept(SWAPPED, null)).toBe("•••5318");
  expect(await kept("•••5318", null)).toBe("•••5318");
  expect(await kept(`Orden No. ${order.number}`, order.id)).toBe(order.number.replace(/^0+/, ""));
});

test("what earlier versions kept of a typed number is cut to its end, or to its order's number", async () => {
  const update = readFileSync("db/migrations/0101_numeros_escritos_de_antes.sql", "utf8");
  const order = await makeOrder();
  const missed = await look(till, ID);
  const found = await look(till, order.number, order.idNumber);
  await inRolledBack(async (sql) => {
    await sql`alter table lookup disable trigger mask_number`;
    await sql`update lookup set number_typed = ${SWAPPED} where id in (${missed}, ${found})`;
    await sql`alter table lookup enable trigger mask_number`;
    await sql.unsafe(update);
    const rows = await sql<{ id: string; number: string }[]>`
      select id, number_typed as number from lookup where id in (${missed}, ${found})`;
    expect(new Map(rows.map((row) => [row.id, row.number]))).toEqual(
      new Map([
        [missed, "•••5318"],
        [found, order.number.replace(/^0+/, "")],
      ]),
    );
  });
});

test("who asked sees for a day what was typed; then nobody can tell it", async () => {
  const id = await look(till, SWAPPED);
  expect(await readLookup(till, id)).toMatchObject({ outcome: "not_found", numberTyped: SWAPPED });
  await grownOld(id);
  await applyRetentionRule(jobsDatabase(), "typed_ids");
  expect(await kept(id)).toEqual({ number: "•••5318", sealed: false });
  expect(await readLookup(till, id)).toMatchObject({ numberTyped: "•••5318", idTyped: null });
});

test("the history finds a miss by the end of its number, and shows more to its shop for a day alone", async () => {
  const own = await makeTill();
  const id = await look(own, SWAPPED);
  const history = (number: string) =>
    readHistory(authorize(own.actor, "history.read"), {
      filters: readHistoryFilters((name) => (name === "number" ? number : undefined)),
      size: 25,
      page: 1,
    });
  const numbers = async (number: string) =>
    (await history(number)).days.flatMap(({ entries }) => entries).map((entry) => entry.number);
  expect(await numbers(ID)).toEqual([SWAPPED]);
  expect(await numbers("5318")).toEqual([SWAPPED]);
  expect(await numbers("1042555319")).toEqual([]);
  expect((await readCounterDay(own)).answers.map(({ number }) => number)).toEqual([SWAPPED]);
  const [row] = await listProviderLookups(cajaDatabase(), own.actor.provider.id);
  expect(row?.number).toBe("•••5318");
  const zeros = await look(own, "1042550000");
  expect(await numbers("1042550000")).toEqual(["1042550000"]);
  // Not even before the job of retention ran.
  await grownOld(id);
  await grownOld(zeros);
  expect(await numbers(ID)).toEqual(["•••5318"]);
  expect(await numbers("1042550000")).toEqual(["•••0000"]);
});

test("a proof of a miss names nobody: it carries the end of the number, and is verified as before", async () => {
  const proof = await readProof(
    till,
    (await giveLookupProof(till, await look(till, SWAPPED), client())) ?? "",
  );
  expect(proof?.facts.order.number).toBe("•••5318");
  expect(proof?.content).not.toMatch(/1042555318|Mar[ií]a|P[eé]rez/i);
  expect(await checkProof(proof?.name ?? "", client())).toMatchObject({ answer: "given" });
});

test("the desk sees the number that a waiting report is about, and not longer than it waits", async () => {
  const number = someDigits(11);
  const id = await look(till, number);
  const folio = (await report(till, id, { reason: "forged" })) ?? "";
  await grownOld(id);
  await applyRetentionRule(jobsDatabase(), "typed_ids");
  const desk = await grantOf("officer", "report.read");
  expect(await readReport(desk, folio)).toMatchObject({ number, orderId: null });
  await decide(await makeOfficial("officer"), folio);
  expect(await readReport(desk, folio)).toMatchObject({ number: `•••${number.slice(-4)}` });
  expect((await kept(id))?.sealed).toBe(false);
});

test("a report that is answered while its day ends leaves no number, though the retention saw it waiting", async () => {
  const id = await look(till, someDigits(11));
  const folio = (await report(till, id, { reason: "forged" })) ?? "";
  await grownOld(id);
  // The retention has not been here yet, or has not committed: the typed ID still stands.
  await decide(await makeOfficial("officer"), folio);
  expect(await kept(id)).toMatchObject({ sealed: false });
});

test("a form that is filled again has no number that was cut, and no hint of letters is made of it", async () => {
  const id = await look(till, SWAPPED);
  const fresh = await readLookup(till, id);
  expect(fresh && numberAgain(fresh)).toBe(SWAPPED);
  await owner`update lookup set number_sealed = null where id = ${id}`;
  const cut = await readLookup(till, id);
  expect(cut).toMatchObject({ idTyped: "700004", numberTyped: "•••5318", withLetters: null });
  expect(cut && numberAgain(cut)).toBe("");
});
