import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import { callsIn, type Name, type World } from "@/tests/support/cross-provider-calls";
import { makeCrossProviderWorld } from "@/tests/support/cross-provider-world";
import { owner } from "@/tests/support/factories/account";

const roles = {
  app_provider: connect(env().DATABASE_URL, "app_provider", 1),
  app_door: connect(env().DATABASE_URL, "app_door", 1),
};
afterAll(() => Promise.all(Object.values(roles).map((client) => client.end())));

let world: World;
let theirs: Name;
let ours: Name;
const calls = callsIn(() => world);

beforeAll(async () => {
  const both = await makeCrossProviderWorld();
  world = both.world;
  theirs = { person: both.people.owner, provider: both.shop.providerId };
  ours = both.stranger;
  await owner`select open_session(${theirs.person}, sha256('theirs'), 3600, 3600, 'x', 'x')`;
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    values (gen_random_uuid(), ${theirs.person}, ${theirs.provider}, 'typed', 'AS', 'x', 'current')`;
  await owner`insert into undo_request (use_id, provider_id, asked_by, reason)
    values (${world.use}, ${theirs.provider}, ${theirs.person}, 'Motivo') on conflict do nothing`;
});

const id = (value: string) => `'${value}'::uuid`;
/** Rows of the other provider's in a table, by a column of it. */
const rows = (table: string, where: (of: Name & World) => string, columns = "*") => ({
  name: `select ${columns} from ${table}`,
  ask: () => `select ${columns} from ${table} where ${where({ ...theirs, ...world })}`,
});
const ofTheirs = ({ provider }: Name) => `provider_id = ${id(provider)}`;
const ofRequest = ({ request }: World) => `request_id = ${id(request)}`;
const ofLookup = ({ toCompare }: World) => `lookup_id = ${id(toCompare)}`;

/** What the role of the providers' screens may read of no provider, not even of its own. */
const tables = [
  rows("provider", ({ provider }) => `id = ${id(provider)}`),
  rows("provider", ({ provider }) => `id = ${id(provider)}`, "nit"),
  rows("membership", ofTheirs),
  rows("membership", ofTheirs, "count(*)"),
  rows("person", ({ person }) => `id = ${id(person)}`, "email"),
  rows("person", ({ person }) => `id = ${id(person)}`, "name"),
  rows("person", ({ person }) => `id = ${id(person)}`, "password_hash"),
  rows("invitation", ofTheirs),
  rows("branch", ofTheirs),
  rows("counter", ({ counter }) => `id = ${id(counter)}`),
  rows("request", ofTheirs),
  rows("request_event", ofRequest),
  rows("request_document", ofRequest, "file_name"),
  rows("request_document", ofRequest, "content"),
  rows("kept_file", ofTheirs),
  rows("bank_account", ofTheirs, "last_four"),
  rows("bank_account", ofTheirs, "number_sealed"),
  rows("lookup", ofTheirs),
  rows("lookup", ofTheirs, "count(*)"),
  rows("lookup_face", ofLookup),
  rows("report", ofTheirs),
  rows("proof", ofTheirs),
  rows("order_use", ofTheirs),
  rows("order_claim", ofTheirs),
  rows("undo_request", ofTheirs),
  rows("settlement_sum", ofTheirs),
  rows('"order"', ({ order }) => `id = ${id(order)}`),
  rows("order_code", ({ tail }) => `tail_index = '\\x${tail}'`),
  rows("audit_event", ofTheirs),
  rows("session", ({ person }) => `person_id = ${id(person)}`),
];

/** What changes another provider's rows. */
const writes = [
  () => `update provider set suspended_at = now() where id = ${id(theirs.provider)}`,
  () => `update membership set person_id = ${id(ours.person)} where provider_id = ${id(theirs.provider)}`,
  () => `insert into membership (person_id, provider_id, role)
    values (${id(ours.person)}, ${id(theirs.provider)}, 'owner')`,
  () => `delete from lookup where provider_id = ${id(theirs.provider)}`,
  () => `update order_use set provider_id = ${id(ours.provider)} where id = ${id(world.use)}`,
  () => `update bank_account set last_four = '0000' where provider_id = ${id(theirs.provider)}`,
];

/** Functions of other roles, which would tell of another provider or act for it. */
const others = [
  () => `select * from list_providers('{}', null, current_date, 50, 0)`,
  () => `select * from standing_of_provider(${id(theirs.provider)}, now())`,
  () => `select * from provider_lookups(${id(theirs.provider)}, current_date)`,
  () => `select * from view_report_photo('x', ${id(ours.person)}, 'x')`,
  () => `select provider_may_work(${id(theirs.provider)}, now())`,
  () =>
    `select * from history_lookups(${id(theirs.provider)}, current_date, current_date, null, null, null, null, null)`,
  () =>
    `select * from history_uses(${id(theirs.provider)}, current_date, current_date, null, null, null, null)`,
  () => `select own_counter(${id(world.counter)}, ${id(theirs.provider)})`,
  () => `select * from sign_in_facts('${world.email}')`,
  () => `select open_session(${id(theirs.person)}, sha256('mine'), 60, 60, 'x', 'x')`,
  () => `select * from session_actor(sha256('mine'))`,
  () => `select switch_provider(sha256('mine'), ${id(theirs.provider)}, 'x')`,
  () => `select email_may_enter('${world.email}')`,
  () => `select * from join_team(sha256('mine'), ${id(ours.person)}, 'x')`,
  () => `select nit_has_owner('900123456')`,
  () => `select first_membership(${id(theirs.person)})`,
];

/** Reads that the role has, asked in our name for what is the other provider's. */
const asked = () =>
  Object.entries(calls).filter(([, { reads, own }]) => reads && !own) as [
    string,
    { ask: (name: Name) => string },
  ][];
/** Reads of a whole provider, asked for the other one in our person's name. */
const whole = () =>
  Object.entries(calls).filter(([, { reads, own }]) => reads && own) as [
    string,
    { ask: (name: Name) => string },
  ][];

type Ran = { code: string | null; rows: readonly Record<string, unknown>[] };

/** What a statement answers, or the code of its error; nothing of it stays. */
async function ran(client: typeof owner, statement: string): Promise<Ran> {
  let result: Ran = { code: null, rows: [] };
  await client
    .begin(async (transaction) => {
      result = { code: null, rows: [...(await transaction.unsafe(statement))] };
      throw new Error("only asked");
    })
    .catch((error: Error & { code?: string }) => {
      if (error.message !== "only asked") result = { code: error.code ?? error.message, rows: [] };
    });
  return result;
}

/** A refusal of a function in its own words: the person does not work for that provider. */
const NOT_OURS = "P0001";
const tells = ({ rows }: Ran) =>
  rows.some((row) => Object.values(row).some((value) => value !== null && value !== 0 && value !== ""));

const PERMISSION_DENIED = "42501";

for (const { name, ask } of tables)
  test(`app_provider may not ${name}, and the other provider's row is there`, async () => {
    expect(await ran(roles.app_provider, ask())).toEqual({ code: PERMISSION_DENIED, rows: [] });
    expect(await ran(roles.app_door, ask())).toSatisfy(({ code, rows }: Ran) =>
      // The sign-in finds its person by e-mail, and tells nothing of a provider.
      /email from person/.test(name) ? rows.length === 1 : code === PERMISSION_DENIED,
    );
    expect(tells(await ran(owner, ask()))).toBe(true);
  });

test("app_provider changes nothing of another provider", async () => {
  for (const ask of writes)
    expect([ask(), (await ran(roles.app_provider, ask())).code]).toEqual([ask(), PERMISSION_DENIED]);
});

test("app_provider calls no function of the sign-in, of the caja or of the functions' own inside", async () => {
  for (const ask of others) {
    expect([ask(), (await ran(roles.app_provider, ask())).code]).toEqual([ask(), PERMISSION_DENIED]);
    expect([ask(), (await ran(owner, ask())).code]).toEqual([ask(), null]);
  }
});

test("what app_provider may call answers nothing of another provider, and the same to its own people", async () => {
  const silent: string[] = [];
  for (const [name, { ask }] of [...asked(), ...whole()]) {
    const mine = { person: ours.person, provider: theirs.provider };
    const answer = await ran(roles.app_provider, `select * from ${ask(mine)}`);
    expect([name, answer.code ?? NOT_OURS, tells(answer)]).toEqual([name, NOT_OURS, false]);
    if (!tells(await ran(roles.app_provider, `select * from ${ask(theirs)}`))) silent.push(name);
  }
  expect(silent).toEqual([]);
});

test("these are sixty statements and more, of which none is there twice", () => {
  const all = [
    ...tables.map(({ ask }) => ask()),
    ...writes.map((ask) => ask()),
    ...others.map((ask) => ask()),
    ...[...asked(), ...whole()].map(([, { ask }]) => ask(theirs)),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(60);
});
