import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type DatabaseRole } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { loadDemo } from "@/scripts/demo/load";
import { newDatabase } from "@/tests/support/new-database";
import { type Callers, callsOf0036 } from "./calls-of-0036";
import { installVersion0036 } from "./older-version";

/*
 * Processes of the version of migration 0036 on the present schema: each function that is left for them is called as
 * their code calls it, by position or by names, with the rights of its role.
 */

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-llamadas-"));
let owner: postgres.Sql;
let as: Callers["as"];
const ids = { officer: "", admin: "", person: "", provider: "", applicant: "", applying: "" };

beforeAll(async () => {
  const url = await newDatabase(`llamadas_${process.pid}`);
  await installVersion0036(url, folder);
  await migrateDatabase(url);
  await loadDemo(url);
  owner = connect(url, null, 1);
  const open = (role: DatabaseRole) => connect(url, role, 1);
  as = {
    app_door: open("app_door"),
    app_provider: open("app_provider"),
    app_caja: open("app_caja"),
    app_jobs: open("app_jobs"),
  };
  const [found] = await owner<(typeof ids)[]>`select
    (select id from person where email = 'funcionario@caja.example') as officer,
    (select id from person where email = 'administrador@caja.example') as admin,
    (select id from person where email = 'duena@eltornillo.example') as person,
    (select id from provider where nit = '900765432') as provider,
    (select id from person where email = 'duena@visioncaribe.example') as applicant,
    (select id from provider where nit = '830112233') as applying`;
  Object.assign(ids, found);
});
afterAll(async () => {
  await Promise.all([owner, ...Object.values(as)].map((each) => each.end()));
  rmSync(folder, { recursive: true, force: true });
});

/** Called by other functions or by triggers that have gone, of theirs or of a migration: no process names them. */
const unnamed = [
  "order_figures",
  ...["has_recent_comparison", "history_lookups", "orders_of_number", "put_document", "take_invoice"],
  ...["order_hold_matches_order", "order_matches_holds", "order_matches_ledger", "order_use_matches_order"],
];

test("every function that is left for processes of an earlier version is called here as they call it", async () => {
  const left = await owner<{ name: string }[]>`select proname::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') = 'left by an older version'`;
  const named = Object.keys(callsOf0036).filter((name) => name !== "file_request");
  expect(left.map(({ name }) => name).sort()).toEqual([...named, ...unnamed].sort());
});

test("no function is set aside for one of the same name that takes other types or another order of arguments", async () => {
  type Taken = { name: string; types: string[]; names: string[]; schema: string };
  const all = await owner<Taken[]>`select proname::text as name, pronamespace::regnamespace::text as schema,
      array(select format_type(t, null) from unnest(proargtypes::oid[]) with ordinality a(t, at) order by at) as types,
      coalesce(proargnames[1:pronargs], '{}') as names
    from pg_proc where pronamespace in ('public'::regnamespace, 'replaced'::regnamespace)`;
  const aside = all.filter(({ schema }) => schema === "replaced");
  const isAnswered = (old: Taken) =>
    all.some(
      (each) =>
        each.schema === "public" &&
        each.name === old.name &&
        old.types.every((type, at) => each.types[at] === type) &&
        old.names.every((name, at) => [-1, at].includes(each.names.indexOf(name))),
    );
  expect(aside.length).toBeGreaterThan(10);
  expect(aside.filter((old) => !isAnswered(old))).toEqual([]);
});

test.each(Object.entries(callsOf0036))(
  "a process of an earlier version can still call %s",
  async (_name, attempt) => {
    await attempt({ owner, as, ids });
  },
);
