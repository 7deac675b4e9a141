import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { findImportRules } from "@/db/queries/import-orders";
import { applyBatch, planBatch } from "@/domain/import/apply-batch";
import type { PlannedLine } from "@/domain/import/plan";
import { readOrderRow } from "@/domain/import/row";
import { addDays } from "@/model/calendar";
import { inDays, orderCells } from "@/tests/support/factories/order";
import { separateDatabase } from "@/tests/support/separate-database";

// The planner in TypeScript says what a line does, the function in SQL does it or refuses: every line that one applies
// is taken by the other, for orders of every history, within and beyond the limits of their kind.
const ORDERS = 40;
const ROUNDS = 7;
const RUNS = Number(process.env.PLANNER_RUNS ?? 12);

let owner: ReturnType<typeof connect>;
let jobs: ReturnType<typeof connect>;
const people: string[] = [];

beforeAll(async () => {
  const url = await separateDatabase("plan");
  [owner, jobs] = [connect(url, null, 1), connect(url, "app_jobs", 1)];
  for (const name of ["Ana", "Luis"]) {
    const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
      values (${`${randomUUID()}@caja.example`}, ${name}, 'officer', 'x') returning id`;
    people.push(row?.id ?? "");
  }
});
afterAll(() => Promise.all([owner.end(), jobs.end()]));

const line = fc.record({
  state: fc.constantFrom(
    "issued" as const,
    "issued" as const,
    "annulled" as const,
    "used" as const,
    "used" as const,
  ),
  value: fc.constantFrom(100_000, 100_000, 100_000, 300_000, 600_000),
  longer: fc.constantFrom(0, 0, 0, 5, 400),
  concept: fc.constantFrom("Calzado", "Calzado", "Ropa"),
  usedOn: fc.constantFrom(null, null, -2, -1),
  /** What happens to the order before the line comes. */
  before: fc.constantFrom("", "", "", "", "block", "block", "unblock", "deliver", "annul"),
});
const round = fc.record({
  applyChanges: fc.boolean(),
  secondPerson: fc.boolean(),
  sincePreview: fc.constantFrom(false, false, true),
  largest: fc.constantFrom(250_000, 20_000_000, 20_000_000),
  approvalFrom: fc.constantFrom(null, 200_000, 500_000),
  lines: fc.array(line, { minLength: ORDERS, maxLength: ORDERS }),
});
const someLife = fc.record({
  values: fc.array(fc.constantFrom(100_000, 300_000, 600_000), { minLength: ORDERS, maxLength: ORDERS }),
  own: fc.array(fc.boolean(), { minLength: ORDERS, maxLength: ORDERS }),
  rounds: fc.array(round, { minLength: 3, maxLength: ROUNDS }),
});
type Line = Parameters<Parameters<typeof line.map>[0]>[0];
type Round = Parameters<Parameters<typeof round.map>[0]>[0];

let serial = 1_000;

test("whatever the planner applies, the function that writes the batch takes", async () => {
  const db = drizzle(jobs);
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(someLife, async ({ values, own, rounds }) => {
      const first = serial;
      serial += ORDERS;
      await owner`update order_kind set largest_value = 20000000, approval_from = null`;
      const fresh = values.map((value, at) => lineOf(first + at, { ...plain, value }));
      await write(await newRun(null), { ...calm, applyChanges: false }, fresh);
      await owner`update "order" set drafted_by = ${people[0] ?? ""}
        where number_key = any(${own.flatMap((is, at) => (is ? [String(first + at)] : []))})`;
      for (const each of rounds) {
        const [now] = await owner<{ at: string }[]>`select clock_timestamp()::text as at`;
        for (const action of ["block", "unblock", "deliver", "annul"] as const)
          await act(
            action,
            each.lines.flatMap(({ before }, at) => (before === action ? [String(first + at)] : [])),
          );
        await owner`update order_kind set largest_value = ${each.largest}, approval_from = ${each.approvalFrom}`;
        const run = await newRun(each.sincePreview ? (now?.at ?? null) : null, each.secondPerson);
        const lines = each.lines.map((said, at) => lineOf(first + at, said));
        for (const applied of await write(run, each, lines)) met.add(applied);
      }
    }),
    // The orders of a run that failed stay as they are, so none of it can be tried again in parts.
    { numRuns: RUNS, endOnFailure: true },
  );
  // It proves nothing about what it never met.
  expect([...met].toSorted()).toEqual(
    expect.arrayContaining([
      "annulled>issued",
      "annulled>issued own",
      "blocked FECHA_USO alone",
      "blocked>used",
      "issued>annulled own",
      "issued>used FECHA_USO",
      "used>issued own",
      "used>used FECHA_USO",
    ]),
  );

  async function write(run: string, { applyChanges, secondPerson }: Flags, lines: PlannedLine[]) {
    const plan = { run, applyChanges, secondPerson, rules: await findImportRules(db) };
    const planned = await planBatch(db, lines, plan);
    const done = await applyBatch(db, planned, plan);
    const refused = planned.filter(({ line }) => done.refused.includes(line));
    expect(refused.map(({ step, moved }) => ({ step, moved }))).toEqual([]);
    const owns = await owner<
      { key: string }[]
    >`select number_key as key from "order" where drafted_by is not null`;
    const ownKeys = new Set(owns.map(({ key }) => key));
    return planned.flatMap(({ moved, data }) => {
      if (!moved) return [];
      const own = ownKeys.has(data.numberKey) ? [`${moved.state_was}>${moved.state} own`] : [];
      const day = moved.fields.includes("FECHA_USO") ? [`${moved.state_was}>${moved.state} FECHA_USO`] : [];
      const kept =
        moved.state_was === "blocked" && !moved.fields.includes("ESTADO") ? ["blocked FECHA_USO alone"] : [];
      return [`${moved.state_was}>${moved.state}`, ...own, ...day, ...kept];
    });
  }
}, 600_000);

type Flags = Pick<Round, "applyChanges" | "secondPerson">;
const calm: Flags = { applyChanges: true, secondPerson: false };
const plain: Line = {
  state: "issued",
  value: 100_000,
  longer: 0,
  concept: "Calzado",
  usedOn: null,
  before: "",
};
const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };

function lineOf(serial: number, { state, value, longer, concept, usedOn }: Line): PlannedLine {
  const read = readOrderRow(serial, orderCells(serial, { FECHA: inDays(-3), VENCE: inDays(15) }), rules);
  if ("faults" in read) throw new Error("the factory's line is good");
  const validUntil = addDays(read.data.validUntil, longer);
  const coreUsedOn = state === "used" && usedOn !== null ? addDays(read.data.issuedOn, 3 + usedOn) : null;
  return {
    line: serial,
    warnings: [],
    data: { ...read.data, state, value, validUntil, concept, coreUsedOn },
  };
}

/** A run that waits to write; with a rehearsal, and by another than who uploaded it. */
async function newRun(previewedAt: string | null, secondPerson = false): Promise<string> {
  const [run] = await owner<{ id: string }[]>`
    insert into import_run (subject, file_name, sha256, state, lines, previewed_at, started_by, confirmed_by)
    values ('orders', 'x', sha256('x'), 'running', 0, ${previewedAt}, ${people[0] ?? ""},
      ${people[secondPerson ? 1 : 0] ?? ""}) returning id`;
  return run?.id ?? "";
}

async function act(action: "block" | "unblock" | "deliver" | "annul", keys: string[]): Promise<void> {
  const who = people[0] ?? "";
  const named = owner`from "order" where number_key = any(${keys})`;
  if (action === "block") await owner`select block_order(id, ${who}, 'Se revisa a mano', 'x') ${named}`;
  if (action === "unblock") await owner`select unblock_order(id, ${who}, 'Ya se revisó', 'x', null) ${named}`;
  if (action === "deliver") await owner`select deliver_order(id, ${who}, 'x') ${named}`;
  if (action === "annul") await owner`select annul_order(id, ${who}, 'other', 'Motivo', 'x') ${named}`;
}
