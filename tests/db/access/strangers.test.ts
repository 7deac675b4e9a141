import { randomInt, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { fillKeyRing } from "@/domain/order/key-ring";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";
import { env } from "@/lib/env";
import { makeMember, owner, someEmail } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { makePrintedOrder } from "../lookup/printed";
import { type Counter, compared, makeCounter, makeNamedCounter, registerUse } from "../order/counters";

/** Whose name a call is made in. */
type Name = { person: string; provider: string };
type Call = {
  /** The least that the provider's own caller must be. */
  by: "owner" | "clerk" | "viewer" | "nobody";
  /** The statement, with what it names as SQL literals. */
  ask: (name: Name) => string;
  /** Only reads: nothing is written in its own name either. */
  reads?: true;
  /** Names nothing of the provider's but the provider: in one's own name it is one's own. */
  own?: true;
};

const client = connect(env().DATABASE_URL, "app_provider", 1);
let shop: Counter;
let place: Counter & { branchId: string };
let people: Record<"owner" | "clerk" | "viewer" | "gone", string>;
let stranger: Name;
let world: Record<
  | "toCompare"
  | "toUse"
  | "toClaim"
  | "held"
  | "digits"
  | "tail"
  | "order"
  | "use"
  | "key"
  | "invitation"
  | "request"
  | "email",
  string
>;

const id = (value: string | null | undefined) => `'${value}'::uuid`;
const names = ({ person, provider }: Name) => `${id(person)}, ${id(provider)}`;
const turned = ({ person, provider }: Name) => `${id(provider)}, ${id(person)}`;
const paper = (kind: string) => `'${kind}.pdf', 'application/pdf', 'x'::bytea`;
const days = "current_date - 1, current_date + 1";

/** Every function of the providers' role that is told for which provider it works. */
const calls: Record<string, Call> = {
  answer_digits: {
    by: "viewer",
    ask: (n) => `answer_digits(${id(world.digits)}, ${names(n)}, 'x', '\\x${world.tail}', '[]')`,
  },
  ask_undo: { by: "clerk", ask: (n) => `ask_undo(${id(world.use)}, ${names(n)}, 'Motivo largo', 'x')` },
  cancel_invitation: {
    by: "owner",
    ask: (n) => `cancel_invitation(${id(world.invitation)}, ${turned(n)}, 'x')`,
  },
  claim_order: { by: "clerk", ask: (n) => `claim_order(${id(world.toClaim)}, ${names(n)}, 'x')` },
  close_place: { by: "owner", ask: (n) => `close_place(${id(place.branchId)}, ${turned(n)}, 'x')` },
  compare_order: {
    by: "viewer",
    ask: (n) =>
      `compare_order(${id(world.toCompare)}, ${names(n)}, 'unreadable', null, '{}', 'damaged', 'x')`,
  },
  correct_request: {
    by: "owner",
    ask: (n) =>
      `correct_request(${id(world.request)}, ${turned(n)}, null, 'x', ${paper("rut")}, ${paper("cc")}, 'x')`,
  },
  file_report: {
    by: "viewer",
    ask: (n) =>
      `file_report(gen_random_uuid(), ${turned(n)}, ${id(world.toCompare)}, 'current', 'other', null, null, null, null, '[]', 'x')`,
  },
  file_request: {
    by: "owner",
    own: true,
    ask: (n) =>
      `file_request(gen_random_uuid(), ${turned(n)}, 'CONVENIOS', null, ${paper("rut")}, ${paper("cc")}, '[]', 'x')`,
  },
  give_proof: {
    by: "viewer",
    ask: (n) =>
      `give_proof('look_up', ${id(world.toCompare)}, null, 'C-2099-${String(randomInt(1e6, 1e9))}', now(), '{}',
        (select max(id) from receipt_key), sha256('x') || sha256('y'), ${names(n)}, 'x')`,
  },
  history_days: {
    by: "viewer",
    reads: true,
    own: true,
    ask: (n) => `history_days(${turned(n)}, ${days}, null, null, null, null)`,
  },
  invite_member: {
    by: "owner",
    own: true,
    ask: (n) =>
      `invite_member(gen_random_uuid(), ${turned(n)}, '${someEmail()}', 'Ana', 'clerk', sha256('${randomUUID()}'), 60,
        '${randomUUID()}', '${randomUUID()}', 'x', 'x', '[]', 'x')`,
  },
  list_history: {
    by: "viewer",
    reads: true,
    own: true,
    ask: (n) => `list_history(${turned(n)}, ${days}, null, null, null, null, null, null, 9, 0)`,
  },
  look_up_order: {
    by: "viewer",
    own: true,
    ask: (n) =>
      `look_up_order(gen_random_uuid(), ${names(n)}, 'typed', 'x', 'AS', '1', '1', sha256('x'), 'x', '[]')`,
  },
  lookup_to_prove: {
    by: "nobody",
    reads: true,
    ask: (n) => `lookup_to_prove(${id(world.toCompare)}, ${id(n.provider)})`,
  },
  note_history_export: { by: "owner", own: true, ask: (n) => `note_history_export(${turned(n)}, 'x', '{}')` },
  own_settlement_rows: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `own_settlement_rows(${turned(n)}, ${days}, null, null, 9, 0)`,
  },
  own_settlement_sums: {
    by: "owner",
    reads: true,
    own: true,
    ask: (n) => `own_settlement_sums(${turned(n)}, ${days})`,
  },
  read_counter_facts: {
    by: "nobody",
    reads: true,
    ask: (n) => `read_counter_facts(${id(world.toCompare)}, ${id(n.provider)})`,
  },
  read_lookup: {
    by: "nobody",
    reads: true,
    ask: (n) => `read_lookup(${id(world.toCompare)}, ${id(n.provider)})`,
  },
  read_use: {
    by: "nobody",
    reads: true,
    ask: (n) => `read_use(${id(world.use)}, ${turned(n)}, null)`,
  },
  release_claim: { by: "clerk", ask: (n) => `release_claim(${id(world.held)}, ${names(n)}, 'x')` },
  remove_member: {
    by: "owner",
    ask: (n) => `remove_member(${turned(n)}, ${id(people.viewer)}, 'x')`,
  },
  resend_invitation: {
    by: "owner",
    ask: (n) =>
      `resend_invitation(${id(world.invitation)}, ${turned(n)}, '${world.email}', sha256('${randomUUID()}'), 60,
        '${randomUUID()}', '${randomUUID()}', 'x', 'x', '[]', 'x')`,
  },
  save_branch: { by: "owner", ask: (n) => `save_branch(${id(place.branchId)}, ${turned(n)}, 'Otra', 'x')` },
  save_counter: {
    by: "owner",
    ask: (n) => `save_counter(null, ${id(place.branchId)}, ${turned(n)}, 'Caja 9', 'x')`,
  },
  scan_order: {
    by: "viewer",
    own: true,
    ask: (n) => `scan_order(gen_random_uuid(), ${names(n)}, 'scan', 'x', null, 'foreign', '[]')`,
  },
  scan_standing: {
    by: "nobody",
    reads: true,
    ask: (n) => `scan_standing(${id(world.digits)}, ${id(n.provider)})`,
  },
  settle_use: {
    by: "clerk",
    ask: (n) => `settle_use(${id(world.toUse)}, ${id(n.provider)}, gen_random_uuid(), ${id(n.person)}, 'x')`,
  },
  undo_use: {
    by: "clerk",
    ask: (n) => `undo_use(${id(world.use)}, ${names(n)}, null, gen_random_uuid(), 'Motivo largo', 'x')`,
  },
  use_of_key: { by: "nobody", reads: true, ask: (n) => `use_of_key(${id(n.provider)}, ${id(world.key)})` },
  use_order: {
    by: "clerk",
    ask: (n) =>
      `use_order(${id(world.order)}, ${names(n)}, null, ${id(world.toUse)}, gen_random_uuid(), null, null, 'x')`,
  },
  use_to_prove: {
    by: "nobody",
    reads: true,
    ask: (n) => `use_to_prove(${id(world.use)}, ${id(n.provider)})`,
  },
};
/** Told for which provider, and tells or keeps nothing of it. */
const harmless = ["note_refusal", "provider_may_work"];

/** A question of the shop's that found the order, as it is now. */
async function foundBy(order: string): Promise<string> {
  const lookup = await askedBy({ outcome: "current", order_id: order });
  await owner`insert into lookup_face (lookup_id, face) select ${lookup}, order_face(o) from "order" o
    where o.id = ${order}`;
  return lookup;
}

async function askedBy(answer: Record<string, unknown>): Promise<string> {
  const asked = {
    person_id: shop.personId,
    provider_id: shop.providerId,
    kind_code: "AS",
    number_typed: "x",
  };
  const [row] = await owner<{ id: string }[]>`
    insert into lookup ${owner({ id: randomUUID(), channel: "typed", ...asked, ...answer })} returning id`;
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
  const [own, viewer, gone] = await Promise.all(
    (["owner", "viewer", "owner"] as const).map((role) => makeMember(shop.providerId, role)),
  );
  people = {
    owner: own?.personId ?? "",
    clerk: shop.personId,
    viewer: viewer?.personId ?? "",
    gone: gone?.personId ?? "",
  };
  await owner`update membership set removed_at = now() where person_id = ${people.gone}`;
  const named = await makeNamedCounter(shop);
  const [branch] = await owner<{ id: string }[]>`
    select branch_id as id from counter where id = ${named.counterId}`;
  place = { ...named, branchId: branch?.id ?? "" };
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
  world = {
    order,
    toUse,
    toClaim,
    held,
    key,
    email,
    use: useId ?? "",
    toCompare: await foundBy(await makeIssued(official, whole)),
    digits: await askedBy({ outcome: "digits", digits: "asked", code_id: code?.code }),
    tail: code?.tail.toString("hex") ?? "",
    invitation: invitation?.id ?? "",
    request: request?.id ?? "",
  };
});
afterAll(() => Promise.all([owner.end(), client.end()]));

/** `said` is the first thing that it tells. */
type Answer = { said: string | null; written: number };

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
      const said = Object.values(rows[0] ?? {}).find((value) => value !== null && value !== "");
      answer = {
        said: said === undefined ? null : String(said),
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
    (answer.said === null ||
      /^(not_allowed|not_found|member_not_found|place_closed|uncompared|false)$/.test(answer.said)));

test("every function that is told its provider stands in the table", async () => {
  const rows = await owner<{ name: string }[]>`
    select p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and 'p_provider' = any(p.proargnames[1:p.pronargs])
      and exists (select from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname ~ '^app_provider')`;
  expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(calls), ...harmless].sort());
});

for (const [name, call] of Object.entries(calls)) {
  const { by } = call;

  test(`${name}: done for its own ${by}`, async () => {
    const own = { person: by === "nobody" ? stranger.person : people[by], provider: shop.providerId };
    const answer = await answerOf(call, own);
    expect(answer).not.toBeNull();
    if (call.reads) expect(answer).toEqual({ said: expect.any(String), written: 0 });
    else expect(answer).not.toSatisfy(refused);
  });

  if (by !== "nobody")
    test(`${name}: refused to a stranger, to who left, and to who may less`, async () => {
      const below = { owner: ["clerk", "viewer"], clerk: ["viewer"], viewer: [] } as const;
      for (const person of [stranger.person, people.gone, ...below[by].map((role) => people[role])])
        expect(await answerOf(call, { person, provider: shop.providerId })).toSatisfy(refused);
    });

  if (!call.own)
    test(`${name}: nothing of another provider's in one's own name`, async () => {
      expect(await answerOf(call, stranger)).toSatisfy(refused);
    });
}
