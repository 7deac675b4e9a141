import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import { type Call, callsIn, type Name, type World } from "@/tests/support/cross-provider-calls";
import { makeCrossProviderWorld } from "@/tests/support/cross-provider-world";
import { owner } from "@/tests/support/factories/account";
import type { Counter } from "@/tests/support/use-in-database";

const client = connect(env().DATABASE_URL, "app_provider", 1);
let shop: Counter;
let people: Record<"owner" | "clerk" | "viewer" | "gone" | "both", string>;
let stranger: Name;
let world: World;
const calls = callsIn(() => world);

/** Called for another provider, it reveals and changes nothing of it. */
const harmless = ["note_refusal"];

beforeAll(async () => {
  ({ shop, stranger, people, world } = await makeCrossProviderWorld());
});
afterAll(() => client.end());

/** `said` is the first thing that it tells. */
type Answer = { value: string | null; written: number };

/** Rows that this connection has written; what was taken back counts as well. */
async function writes(transaction: TransactionSql): Promise<number> {
  const [row] = await transaction<{ rows: number }[]>`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int as rows from pg_stat_xact_user_tables`;
  return row?.rows ?? 0;
}

/** What the call answers and how many rows it writes, all of it taken back. Null: it fails. */
async function answerOf(call: Call, name: Name): Promise<Answer | null> {
  let answer: Answer | null = null;
  await client
    .begin(async (transaction) => {
      const before = await writes(transaction);
      const rows = await transaction.unsafe(`select * from ${call.ask(name)}`);
      const value = Object.values(rows[0] ?? {}).find((value) => value !== null && value !== "");
      answer = {
        value: value === undefined ? null : String(value),
        written: (await writes(transaction)) - before,
      };
      throw new Error("only asked");
    })
    .catch((error: Error) => {
      // A call that is itself mistaken would look like one that is refused.
      if (!/^only asked$|^(person|use|comparison) /.test(error.message)) throw error;
    });
  return answer;
}

const refused = (answer: Answer | null) =>
  answer === null ||
  (answer.written === 0 &&
    (answer.value === null ||
      /^(not_allowed|not_found|member_not_found|place_closed|uncompared|not_returned|0)$/.test(
        answer.value,
      )));

test("every SQL function with a provider argument is listed in the table", async () => {
  const rows = await owner<{ name: string }[]>`
    select p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and 'p_provider' = any(p.proargnames[1:p.pronargs])
      and exists (select from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname ~ '^app_provider')`;
  expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(calls), ...harmless].sort());
});

for (const [name, call] of Object.entries(calls)) {
  const { by } = call;

  test(`${name}: succeeds for ${by} of the same provider`, async () => {
    const own = { person: people[by], provider: shop.providerId };
    const answer = await answerOf(call, own);
    expect(answer).not.toBeNull();
    if (call.reads) expect(answer).toEqual({ value: expect.any(String), written: 0 });
    else expect(answer).not.toSatisfy(refused);
  });

  test(`${name}: refuses a stranger, a removed member and a role without the permission`, async () => {
    const below = { owner: ["clerk", "viewer"], clerk: ["viewer"], viewer: [] } as const;
    for (const person of [stranger.person, people.gone, ...below[by].map((role) => people[role])])
      expect(await answerOf(call, { person, provider: shop.providerId })).toSatisfy(refused);
  });

  if (!call.own)
    test(`${name}: refuses another provider's data asked for in one's own name, also to a person of both`, async () => {
      for (const person of [stranger.person, people.both])
        expect(await answerOf(call, { person, provider: stranger.provider })).toSatisfy(refused);
    });
}
