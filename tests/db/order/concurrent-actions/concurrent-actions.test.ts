import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { makeCounter } from "@/tests/support/use-in-database";
import { allowed, begin, type Command, type Model } from "./model";
import { APPROVAL_FROM, RealOrder, type World } from "./real-order";

const SEQUENCES = 2_000;
const AT_ONCE = 8;

const caja = connect(env().DATABASE_URL, "app_caja", AT_ONCE);
const tills = connect(env().DATABASE_URL, "app_provider", AT_ONCE);
let base: Omit<World, "kindCode">;
let kinds: Record<"whole" | "partial", string>;

beforeAll(async () => {
  const [ana, luis, aud] = await Promise.all([
    makeCajaPerson("officer"),
    makeCajaPerson("administrator"),
    makeCajaPerson("auditor"),
  ]);
  base = {
    caja,
    tills,
    owner,
    people: { ana: ana.personId, luis: luis.personId, aud: aud.personId },
    providers: await Promise.all([makeCounter(), makeCounter(), makeCounter()]),
  };
  kinds = {
    whole: await makeKind({ approvalFrom: APPROVAL_FROM }),
    partial: await makeKind({ approvalFrom: APPROVAL_FROM, partialUse: true }),
  };
});
afterAll(() => Promise.all([caja.end(), tills.end()]));

const official = fc.constantFrom("ana" as const, "luis" as const);
const changer = fc.constantFrom("ana" as const, "ana" as const, "ana" as const, "aud" as const);
const small = fc.nat(2);
const amount = fc.option(fc.constantFrom(0, 1, 100, 200, 300, 600), { freq: 2 });
const draftActions: fc.Arbitrary<Command>[] = [
  fc.record({
    action: fc.constant("edit" as const),
    who: official,
    value: fc.constantFrom(300, 499, 500, 600),
  }),
  fc.record({ action: fc.constantFrom("ask" as const, "issue" as const, "issue" as const), who: official }),
  fc.record({ action: fc.constantFrom("approve" as const, "send_back" as const), who: official }),
  fc.record({ action: fc.constant("discard" as const), who: fc.constant("luis" as const) }),
];
const lifeActions: fc.Arbitrary<Command>[] = [
  fc.record({
    action: fc.constantFrom(
      "deliver" as const,
      "annul" as const,
      "block" as const,
      "unblock" as const,
      "unblock" as const,
      "extend" as const,
      "replace" as const,
    ),
    who: changer,
  }),
  fc.record({ action: fc.constant("use" as const), provider: small, key: small, amount }),
  fc.record({ action: fc.constant("use" as const), provider: small, key: small, amount: fc.constant(null) }),
  fc.record({ action: fc.constant("undo" as const), provider: small, of: small, key: small }),
];
const discard: fc.Arbitrary<Command> = fc.record({ action: fc.constant("discard" as const), who: official });
/** One to three at the same moment. */
const moment = fc.array(fc.oneof(...draftActions, ...lifeActions, ...lifeActions, discard), {
  minLength: 1,
  maxLength: 3,
});
const life = fc.array(fc.oneof(...lifeActions), { minLength: 1, maxLength: 3 });

/** After commands sent at once more than one life may fit; each is followed until the answers tell. */
type Possible = { models: Model[] };
type Real = { order: RealOrder; partial: boolean };

/** Commands sent at once: the database's answer and row are those of one order of them. */
class Moment implements fc.AsyncCommand<Possible, Real> {
  constructor(private readonly commands: Command[]) {}
  check = () => true;
  async run(possible: Possible, { order, partial }: Real): Promise<void> {
    const results = possible.models.flatMap((model) => allowed(model, this.commands, partial));
    const outcomes = await order.send(this.commands);
    const row = await order.read();
    const fitting = results.filter(
      (result) => same(outcomes, result.outcomes) && same(row, rowOf(result.model)),
    );
    if (fitting.length === 0) {
      const expected = results.map((result) => ({ outcomes: result.outcomes, row: rowOf(result.model) }));
      expect.fail(`${this}\ngot ${JSON.stringify({ outcomes, row })}\nallowed ${JSON.stringify(expected)}`);
    }
    possible.models = [...new Map(fitting.map(({ model }) => [JSON.stringify(model), model])).values()];
  }
  toString = () => JSON.stringify(this.commands);
}

/** The row that corresponds to a model; its ledger is the sum of its uses. */
function rowOf({ version, uses, left, requestedVersion, ...model }: Model) {
  const entries = Object.values(uses);
  const used = entries
    .filter(({ undoneBy }) => undoneBy === null)
    .reduce((sum, { amount: part }) => sum + part, 0);
  return {
    ...model,
    waiting: model.state === "draft" && model.waiting,
    used,
    entries: entries.length + entries.filter(({ undoneBy }) => undoneBy !== null).length,
    replacement: left,
  };
}

const same = (one: unknown, other: unknown) => stable(one) === stable(other);
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

test("two thousand random sequences of order actions, sequential and concurrent, agree with the model", async () => {
  const each = SEQUENCES / AT_ONCE;
  const seen = new Set<string>();
  const lives = Array.from({ length: AT_ONCE }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(300, 600),
        fc.boolean(),
        fc.boolean(),
        fc.commands(
          [moment.map((commands) => new Moment(commands)), life.map((commands) => new Moment(commands))],
          {
            maxCommands: 8,
          },
        ),
        async (value, partial, issued, commands) => {
          const order = new RealOrder({ ...base, kindCode: partial ? kinds.partial : kinds.whole });
          await order.begin(value);
          await order.read();
          const possible = { models: [begin(value)] };
          // Half of the lives begin with an order that is issued already.
          if (issued)
            for (const step of opening(value)) await new Moment([step]).run(possible, { order, partial });
          await fc.asyncModelRun(() => ({ model: possible, real: { order, partial } }), commands);
          for (const { state } of possible.models) seen.add(state);
        },
      ),
      { numRuns: each },
    ),
  );
  await Promise.all(lives);
  // All kinds of ends were met: a test that never gets there proves nothing.
  expect([...seen].sort()).toEqual(
    ["annulled", "blocked", "delivered", "draft", "issued", "replaced", "used"].sort(),
  );
}, 600_000);

function opening(value: number): Command[] {
  if (value < APPROVAL_FROM) return [{ action: "issue", who: "ana" }];
  return [
    { action: "ask", who: "ana" },
    { action: "approve", who: "luis" },
  ];
}
