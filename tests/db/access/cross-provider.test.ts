import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";
import { env } from "@/lib/env";
import { type Call, callsIn, type Name, type World } from "@/tests/support/cross-provider-calls";
import { addMembership, makeMember, owner, someEmail } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { makePrintedOrder } from "@/tests/support/printed-order";
import {
  type Counter,
  compared,
  makeCounter,
  makeNamedCounter,
  registerUse,
} from "@/tests/support/use-in-database";

const client = connect(env().DATABASE_URL, "app_provider", 1);
let shop: Counter;
let people: Record<"owner" | "clerk" | "viewer" | "gone" | "both", string>;
let stranger: Name;
let world: World;
const calls = callsIn(() => world);

/** Called for another provider, it reveals and changes nothing of it. */
const harmless = ["note_refusal", "provider_may_work"];

/** Asks for which provider a session is to work; tests/db/session/own-providers.test.ts is about it. */
const bySession = ["switch_provider"];

/** A question of the shop's that found the order, as it is now. */
async function foundBy(order: string): Promise<string> {
  const lookup = await insertLookup({ outcome: "current", order_id: order });
  await owner`insert into lookup_face (lookup_id, face) select ${lookup}, order_snapshot(o) from "order" o
    where o.id = ${order}`;
  return lookup;
}

async function insertLookup(answer: Record<string, unknown>): Promise<string> {
  const columns = {
    person_id: shop.personId,
    provider_id: shop.providerId,
    kind_code: "AS",
    number_typed: "x",
  };
  const [row] = await owner<{ id: string }[]>`
    insert into lookup ${owner({ id: randomUUID(), channel: "typed", ...columns, ...answer })} returning id`;
  return row?.id ?? "";
}

beforeAll(async () => {
  await fillKeyRing(cajaDatabase());
  await publishedReceiptKeys(publicDatabase());
  const official = await makeCajaPerson("officer");
  [shop, stranger] = [
    await makeCounter(),
    await makeCounter().then(({ personId, providerId }) => ({ person: personId, provider: providerId })),
  ];
  await owner`update membership set role = 'owner' where person_id = ${stranger.person}`;
  const [own, viewer, gone, both] = await Promise.all(
    (["owner", "viewer", "owner", "owner"] as const).map((role) => makeMember(shop.providerId, role)),
  );
  people = {
    owner: own?.personId ?? "",
    clerk: shop.personId,
    viewer: viewer?.personId ?? "",
    gone: gone?.personId ?? "",
    both: both?.personId ?? "",
  };
  await owner`update membership set removed_at = now() where person_id = ${people.gone}`;
  await addMembership(people.both, stranger.provider, "owner");
  await owner`select audit_append('provider.reactivated', ${official.personId}, 'provider', ${shop.providerId},
    ${shop.providerId}, 'web', 'x', '{"reason": "Ya lo aclaró."}')`;
  const named = await makeNamedCounter(shop);
  const [branch] = await owner<{ id: string }[]>`
    select branch_id as id from counter where id = ${named.counterId}`;
  const [whole, claimed] = [await makeKind(), await makeKind({ claimFirst: true })];
  const order = await makeIssued(official, whole);
  const toUse = await compared(shop, order);
  const heldOrder = await makeIssued(official, whole);
  const held = await compared(shop, heldOrder);
  // What is compared may be used after a claim, and a claim that runs may be given back.
  const toClaim = await compared(shop, await makeIssued(official, claimed));
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${heldOrder}, ${shop.providerId}, ${shop.personId}, ${held}, now() + interval '5 minutes')`;
  const key = randomUUID();
  const { useId } = await registerUse(shop, { order: await makeIssued(official, whole), key });
  const printed = await makePrintedOrder();
  const [code] = await owner<{ code: Buffer; tail: Buffer }[]>`
    select code_id as code, tail_index as tail from order_code where order_id = ${printed.id}`;
  const email = someEmail();
  const [invitation] = await owner<{ id: string }[]>`
    insert into invitation (provider_id, email, name, role, invited_by)
    values (${shop.providerId}, ${email}, 'Ana', 'clerk', ${people.owner}) returning id`;
  const [request] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
    values (${randomUUID()}, ${shop.providerId}, 'CONVENIOS', 'returned', ${people.owner}, 'Falta una hoja', now())
    returning id`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, renews)
    values (${randomUUID()}, ${shop.providerId}, 'CONVENIOS', 'submitted', ${people.owner}, true)`;
  await owner`insert into kept_file (id, person_id, provider_id, form, field, file_name, media_type, sealed)
    values (gen_random_uuid(), ${people.owner}, ${shop.providerId}, 'request:CONVENIOS', 'rut', 'a.pdf', 'application/pdf', 'x')`;
  const toCompare = await foundBy(await makeIssued(official, whole));
  const [report] = await owner<{ id: string }[]>`
    insert into report (id, folio, provider_id, reported_by, lookup_id, verdict, reason)
    values (gen_random_uuid(), ${`X-${randomUUID()}`}, ${shop.providerId}, ${shop.personId}, ${toCompare}, 'current', 'holder')
    returning id`;
  world = {
    branch: branch?.id ?? "",
    counter: named.counterId ?? "",
    viewer: people.viewer,
    order,
    toUse,
    toClaim,
    held,
    key,
    email,
    use: useId ?? "",
    toCompare,
    digits: await insertLookup({ outcome: "digits", digits: "asked", code_id: code?.code }),
    tail: code?.tail.toString("hex") ?? "",
    invitation: invitation?.id ?? "",
    request: request?.id ?? "",
    report: report?.id ?? "",
  };
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
      /^(not_allowed|not_found|member_not_found|place_closed|uncompared|not_returned)$/.test(answer.value)));

test("every SQL function with a provider argument is listed in the table", async () => {
  const rows = await owner<{ name: string }[]>`
    select p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and 'p_provider' = any(p.proargnames[1:p.pronargs])
      and exists (select from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname ~ '^app_provider')`;
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(calls), ...harmless, ...bySession].sort(),
  );
});

for (const [name, call] of Object.entries(calls)) {
  const { by } = call;

  test(`${name}: succeeds for ${by} of the same provider`, async () => {
    const own = { person: by === "nobody" ? stranger.person : people[by], provider: shop.providerId };
    const answer = await answerOf(call, own);
    expect(answer).not.toBeNull();
    if (call.reads) expect(answer).toEqual({ value: expect.any(String), written: 0 });
    else expect(answer).not.toSatisfy(refused);
  });

  if (by !== "nobody")
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
