import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { separateDatabase } from "@/tests/support/separate-database";
import type { World } from "./real-order";

const url = await separateDatabase("entero");
const { connect } = await import("@/db/connection");
const { makeCounter } = await import("@/tests/support/use-in-database");
const { owner } = await import("@/tests/support/factories/account");
const { makeCajaPerson, makeKind } = await import("@/tests/support/factories/own-order");
const { RealOrder } = await import("./real-order");
const { begin } = await import("./order");
const { step, close } = await import("./compare-with-model");
const { catalogue, someCommand, someRules } = await import("./commands");
const { wordsOf } = await import("./refusal-words");

/** `MODEL_RUNS=50000` tries more. */
const SEQUENCES = Number(process.env.MODEL_RUNS ?? 5_000);
const AT_ONCE = 4;
const worlds: World[] = [];
const connections = Array.from({ length: AT_ONCE }, () => connect(url, null, 1));
const seen = new Set<string>();

beforeAll(async () => {
  // After each step it is read what came back in new orders, and every hold that ever was: no page asks that, so the
  // product has no index for it.
  await owner`create index on audit_event ((detail ->> 'of')) where action = 'order.issued'`;
  await owner`create index on order_hold (order_id)`;
  for (const sql of connections) {
    // Nothing here is kept: a commit need not wait for the disk.
    await sql`set synchronous_commit = off`;
    // Plans are made while the tables are empty, and would go on reading whole tables when they have grown.
    await sql`set enable_seqscan = off`;
    // A batch of the import would be planned anew for each of its orders.
    await sql`set plan_cache_mode = force_generic_plan`;
    // People of their own: what one issued today is summed when they issue again.
    const [ana, luis, aud] = await Promise.all([
      makeCajaPerson("officer"),
      makeCajaPerson("administrator"),
      makeCajaPerson("auditor"),
    ]);
    const people = { ana: ana.personId, luis: luis.personId, aud: aud.personId };
    const [run] = await sql<
      { id: string }[]
    >`select start_import('orders', 'modelo', sha256('x'), null, gen_random_uuid(), 36000) as id`;
    const providers = [await makeCounter(), await makeCounter(), await makeCounter()];
    worlds.push({ sql, people, providers, kindCode: await makeKind(), run: run?.id ?? "" });
  }
});
afterAll(() => Promise.all([owner.end(), ...connections.map((sql) => sql.end())]));

test("random sequences of commands on an order agree with the model, and no state is a dead end", async () => {
  const sequence = fc.array(someCommand, { minLength: 3, maxLength: 10 });
  const property = (world: World) =>
    fc.asyncProperty(
      fc.boolean(),
      fc.constantFrom(300, 600),
      someRules,
      sequence,
      async (own, value, rules, commands) => {
        const real = new RealOrder(world);
        await real.begin(own, value, rules);
        await real.read();
        let model = begin(own, value, rules);
        for (const command of commands) model = await step(model, real, command, seen);
        await close(model, real, seen);
      },
    );
  await Promise.all(worlds.map((world) => fc.assert(property(world), { numRuns: SEQUENCES / AT_ONCE })));
  // Every end was met, and every action both done and refused: a test that never gets there proves nothing.
  for (const state of ["issued", "delivered", "used", "annulled", "blocked", "replaced"])
    expect(seen).toContain(state);
  for (const { action } of Object.values(catalogue)) {
    const met = [...seen].filter((each) => each.startsWith(`${action} `));
    expect(met.length, action).toBeGreaterThan(
      ["kind", "suspend", "report", "extend"].includes(action) ? 0 : 1,
    );
  }
}, 600_000);

const names = Object.keys(catalogue);

test.each([
  ["unused", null],
  ["used-in-part", "use a part"],
] as const)(
  "for an order that is %s every pair of commands succeeds or is refused as its table lists",
  async (name, before) => {
    const rows = new Map<string, string>();
    const waiting = [...names];
    await Promise.all(
      worlds.map(async (world) => {
        for (let first = waiting.shift(); first; first = waiting.shift()) {
          const cells: string[] = [];
          for (const second of names)
            cells.push(await answerTo(world, before ? [before, first, second] : [first, second]));
          rows.set(first, `| ${first} | ${cells.join(" | ")} |`);
        }
      }),
    );
    const table = [
      `# Every pair of actions: an order of a file that is ${name}`,
      "",
      "The row is done first, the column then; a cell is the answer to the second one. Written by state-machine.test.ts, with",
      "the model's agreement; each refusal has its words (words.ts).",
      "",
      `| first, then → | ${names.join(" | ")} |`,
      `|${" --- |".repeat(names.length + 1)}`,
      ...names.map((first) => rows.get(first) ?? ""),
    ];
    await expect(`${table.join("\n")}\n`).toMatchFileSnapshot(`./pairs-${name}.md`);
  },
  600_000,
);

/** What the last one answers, in the database as in the model; and the order is not stuck after it. */
async function answerTo(world: World, actions: string[]): Promise<string> {
  const rules = { partialUse: true, claimFirst: false, registersUse: true };
  const real = new RealOrder(world);
  await real.begin(false, 600, rules);
  await real.read();
  let model = begin(false, 600, rules);
  const answers = new Set<string>();
  for (const action of actions) {
    answers.clear();
    const command = catalogue[action];
    if (command) model = await step(model, real, command, answers);
  }
  await close(model, real, seen);
  for (const answer of answers) seen.add(answer);
  return [...answers][0]?.split(" ").at(-1) ?? "";
}

test("every refusal that occurred has a message in both languages", () => {
  const refused = [...seen].filter(
    (each) => each.includes(" ") && !/ (done|nothing|kept|changed)$/.test(each),
  );
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.filter((each) => wordsOf(each).some((words) => words.length < 10))).toEqual([]);
});
