import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { checkoutVersion, type DatabaseVersion, isUpToDate } from "@/db/version";
import { newDatabase } from "@/tests/support/new-database";

const root = mkdtempSync(path.join(os.tmpdir(), "hanna-funciones-"));
const probe = path.join(root, "db/functions/zz_probe.sql");
let url: string;

const grantsFile = path.join(root, "db/functions/access_grants.sql");

/** Deploys a checkout whose functions are ours and, beside them, these, which a provider may call. */
async function deploy(text: string, granted: readonly string[] = ["probe"]): Promise<void> {
  writeFileSync(probe, text);
  cpSync("db/functions/access_grants.sql", grantsFile);
  appendFileSync(grantsFile, `grant execute on function ${granted.join(", ")} to app_provider;\n`);
  await migrateDatabase(url, root);
}

beforeAll(async () => {
  mkdirSync(path.join(root, "db"));
  for (const folder of ["functions", "migrations"])
    cpSync(`db/${folder}`, path.join(root, "db", folder), { recursive: true });
  url = await newDatabase(`funciones_${process.pid}`);
  await deploy("create function probe(p_a int) returns int language sql as $$ select p_a $$;");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("migrating replaces only changed functions, in place, without waiting for or blocking a long reader", async () => {
  const reader = connect(url, null, 2);
  const oids = async () => {
    const rows =
      await reader`select p.oid::int, p.xmin::text, p.proname from pg_proc p where pronamespace = 'public'::regnamespace`;
    return new Map(rows.map(({ proname, oid, xmin }) => [proname, `${oid} ${xmin}`]));
  };
  const before = await oids();
  await reader.begin(async (transaction) => {
    await transaction`select count(*) from "order"`; // as pg_dump holds it
    await deploy("create function probe(p_a int) returns int language sql as $$ select p_a + 1 $$;");
    expect(await reader`select probe(1)`).toEqual([{ probe: 2 }]);
  });
  const after = await oids();
  const changed = [...after].filter(([name, version]) => before.get(name) !== version).map(([name]) => name);
  expect(changed).toEqual(["probe"]);
  expect(after.get("probe")?.split(" ")[0]).toBe(before.get("probe")?.split(" ")[0]);
  await reader.end();
});

test("a process of the previous version can call functions with its old arguments until the release after next", async () => {
  const old = connect(url, null, 1);
  const callOld = () => old`select probe(${1}::int) as answer`;
  await callOld();
  await deploy(
    `create function probe(p_a int, p_b text) returns text language sql as $$ select p_b || p_a $$;`,
  );
  expect(await callOld()).toEqual([{ answer: 2 }]);
  expect(await old`select probe(1, 'x') as answer`).toEqual([{ answer: "x1" }]);
  await deploy(
    `create function probe(p_a int, p_b text) returns text language sql as $$ select p_b || p_a || '!' $$;`,
  );
  await expect(callOld()).rejects.toMatchObject({ code: "42883" });
  await old.end();
});

test("a new argument with a default replaces the old function, and so does a changed result type", async () => {
  const old = connect(url, null, 1);
  await deploy("create function probe(p_a int) returns int language sql as $$ select p_a $$;");
  await deploy(
    "create function probe(p_a int, p_b int default 5) returns int language sql as $$ select p_a + p_b $$;",
  );
  expect(await old`select probe(1) as answer`).toEqual([{ answer: 6 }]);
  await deploy(
    "create function probe(p_other int, p_b int default 5) returns table (answer int, more int) language sql as $$ select p_other, p_b $$;",
  );
  expect(await old`select * from probe(1)`).toEqual([{ answer: 1, more: 5 }]);
  const names =
    await old`select oid::regprocedure::text as name from pg_proc where proname = 'probe' and pronamespace = 'public'::regnamespace`;
  expect([...names]).toEqual([{ name: "probe(integer,integer)" }]);
  await old.end();
});

test("a function under a new name leaves the old one, with its rights and its answers, until the release after next", async () => {
  const base = "create function probe(p_a int) returns int language sql as $$ select p_a $$;";
  const old = connect(url, "app_provider", 1);
  const callOld = () => old`select is_mine(1) as answer`;
  await deploy(
    `${base} create function is_mine(p_a int) returns boolean language sql as $$ select p_a = 1 $$;`,
    ["probe", "is_mine"],
  );
  expect(await callOld()).toEqual([{ answer: true }]);
  await deploy(
    `${base}
    create domain mine_outcome as text check (value in ('done', 'lost'));
    create function take_mine(p_a int) returns mine_outcome language sql as $$ select 'done'::mine_outcome $$;`,
    ["probe", "take_mine"],
  );
  expect(await callOld()).toEqual([{ answer: true }]);
  expect(await old`select take_mine(1) as answer`).toEqual([{ answer: "done" }]);
  await deploy(base);
  await expect(callOld()).rejects.toMatchObject({ code: "42883" });
  await old.end();
});

test("a function that takes other types stays beside the new one, and one that takes the same ones in another order steps aside", async () => {
  const old = connect(url, "app_provider", 1);
  await deploy("create function probe(p_a text) returns text language sql as $$ select 'old ' || p_a $$;");
  await deploy(
    "create function probe(p_all text[]) returns text language sql as $$ select 'new ' || p_all[1] $$;",
  );
  expect([...(await old`select probe(${"x"}::text) as answer`)]).toEqual([{ answer: "old x" }]);
  expect([...(await old`select probe(p_all => array['x']) as answer`)]).toEqual([{ answer: "new x" }]);
  const ordered = (list: string) =>
    deploy(`create function probe(${list}) returns text language sql as $$ select p_a || p_b $$;`);
  await ordered("p_a text, p_b int");
  await ordered("p_b int, p_a text");
  // A call by names could mean both.
  expect([...(await old`select probe(p_a => 'x', p_b => 1) as answer`)]).toEqual([{ answer: "x1" }]);
  await old.end();
});

test("a process is up to date on its own version and the next one, and on none after that", async () => {
  const version = async (n: number) => {
    await deploy(`create function probe(p_a int) returns int language sql as $$ select ${n} $$;`);
    return checkoutVersion(root);
  };
  const owner = connect(url, null, 1);
  const isServed = async (each: DatabaseVersion) => {
    const rows = await owner<{ key: string; value: string }[]>`select key, value from installation`;
    return isUpToDate(each, new Map(rows.map(({ key, value }) => [key, value])));
  };
  const first = await version(101);
  const second = await version(102);
  expect([await isServed(first), await isServed(second)]).toEqual([true, true]);
  const third = await version(103);
  expect([await isServed(first), await isServed(second), await isServed(third)]).toEqual([false, true, true]);
  await owner.end();
});

test("concurrent callers never miss a function that is being replaced", async () => {
  const callers = connect(url, "app_provider", 4);
  let ended = false;
  let calls = 0;
  const body = (n: number) =>
    `create function probe(p_a int) returns table (answer int${n % 2 ? "" : ", more int"}) language sql security definer set search_path = public, pg_temp as $$ select p_a${n % 2 ? "" : ", 1"} $$;`;
  await deploy(body(0));
  const calling = Array.from({ length: 4 }, async () => {
    while (!ended) {
      const rows = await callers.unsafe("select answer from probe($1)", [7]);
      expect(rows[0]?.answer).toBe(7);
      calls++;
    }
  });
  for (let n = 1; n <= 6; n++) await deploy(body(n));
  ended = true;
  await Promise.all(calling);
  expect(calls).toBeGreaterThan(20);
  await callers.end();
});

test("a changed trigger retries for its lock in short turns beside a long reader, and writers continue meanwhile", async () => {
  const others = connect(url, null, 3);
  const text = (when: string) =>
    `create function probe(p_a int) returns int language sql as $$ select p_a $$;
     create function probe_trigger() returns trigger language plpgsql as $$ begin return new; end $$;
     create trigger probe_trigger ${when} on installation for each row execute function probe_trigger();`;
  await deploy(text("before insert"));
  let migrating: Promise<void> = Promise.resolve();
  let longest = 0;
  await others.begin(async (holder) => {
    await holder`lock table installation in row exclusive mode`;
    migrating = deploy(text("before insert or update"));
    for (let n = 0; n < 20; n++) {
      const from = Date.now();
      await others`insert into installation (key, value) values (${`probe ${n}`}, '')`;
      longest = Math.max(longest, Date.now() - from);
      await pause(50);
    }
  });
  await migrating;
  expect(longest).toBeLessThan(2_000);
  const [trigger] = await others`select tgtype from pg_trigger where tgname = 'probe_trigger'`;
  expect(Number(trigger?.tgtype) & 16).toBe(16);
  await others.end();
});

test("every file of SQL functions is parsed whole", async () => {
  const client = connect(url, null, 1);
  const [row] =
    await client`select count(*)::int as bare from pg_proc p where pronamespace = 'public'::regnamespace
    and obj_description(p.oid, 'pg_proc') is null`;
  expect(row?.bare).toBe(0);
  const source = readFileSync("db/functions/access_grants.sql", "utf8");
  expect(source).toMatch(/revoke all on all functions in schema public from public, app_provider/);
  await client.end();
});
