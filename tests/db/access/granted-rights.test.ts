import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { databaseName, roleName } from "@/db/roles";
import { env } from "@/lib/env";
import { owner } from "@/tests/support/factories/account";

const GOLDEN = "tests/fixtures/granted-rights.txt";
const roles = ["app_door", "app_provider", "app_caja", "app_jobs"] as const;

/** What each role may do, one right a line: the role, what it may, and with what. */
async function granted(): Promise<string[]> {
  const rows = await owner<{ role: string; may: string; place: string }[]>`
    with object as (
      select c.relname::text as place, c.relacl as acl from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'S')
      union all
      select format('%s (%s)', c.relname, a.attname), a.attacl
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      union all
      select p.proname, p.proacl from pg_proc p where p.pronamespace = 'public'::regnamespace
      union all
      select 'schema ' || n.nspname, n.nspacl from pg_namespace n where n.nspname !~ '^pg_'
    )
    select coalesce(m.rolname, 'public') as role, lower(r.privilege_type) as may, o.place
    from object o, aclexplode(o.acl) r left join pg_roles m on m.oid = r.grantee
    where m.rolname is distinct from (select nspowner::regrole::text from pg_namespace where nspname = 'public')`;
  const name = new Map(roles.map((role) => [roleName(role, databaseName(env().DATABASE_URL)), role]));
  return rows
    .filter(({ role, place }) => role === "public" || name.has(role) || !/information_schema/.test(place))
    .filter(({ place }) => place !== "schema information_schema")
    .map(({ role, may, place }) => `${name.get(role as never) ?? role} ${may} ${place}`)
    .sort();
}

// A right that is wanted is written with `npm test -- db granted-rights` and UPDATE_GRANTS=1, and read in the change.
test("each role has the rights of the list, and no other", async () => {
  const now = `${(await granted()).join("\n")}\n`;
  if (process.env.UPDATE_GRANTS) writeFileSync(GOLDEN, now);
  expect(now).toBe(readFileSync(GOLDEN, "utf8"));
});

test("the providers' role reads no table that holds rows of providers or of people", () => {
  const tables = readFileSync(GOLDEN, "utf8")
    .split("\n")
    .flatMap((line) => /^app_provider (?!execute|usage)\w+ (\w+)/.exec(line)?.[1] ?? []);
  expect([...new Set(tables)]).toEqual([
    "application",
    "caja_profile",
    "order_key",
    "order_kind",
    "order_kind_version",
    "policy",
    "receipt_key",
  ]);
});

test("only the sign-in role may call what answers a hash or makes, reads or ends a session", () => {
  const lines = readFileSync(GOLDEN, "utf8").split("\n");
  const callers = (name: string) =>
    lines.flatMap((line) => (line.endsWith(` execute ${name}`) ? [line.split(" ")[0]] : []));
  for (const name of [
    "sign_in_facts",
    "renew_password_hash",
    "open_session",
    "session_actor",
    "session_end_reason",
    "end_session",
    "switch_provider",
    "read_password_link",
    "choose_password",
    "change_own_password",
    "confirm_registration",
    "accept_invitation",
    "join_team",
    "list_own_sessions",
    "end_own_sessions",
    "read_totp",
    "read_paper_salt",
  ])
    expect([name, callers(name)]).toEqual([name, ["app_door"]]);
});
