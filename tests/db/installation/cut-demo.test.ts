import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { demoDatabase } from "@/scripts/demo/database";
import { clusterUrl } from "@/tests/support/new-database";

test("a demonstration whose first load was interrupted begins again with an empty database, a loaded one is kept", async () => {
  const url = await demoDatabase(clusterUrl(), "demo_cortada");
  const people = async (state: string) => {
    const owner = connect(url, null, 1);
    await owner.unsafe(`create table if not exists installation (key text primary key, value text);
      create table if not exists person (id int);
      insert into installation values ('demo', '${state}') on conflict (key) do update set value = excluded.value`);
    await owner.end();
    await demoDatabase(clusterUrl(), "demo_cortada");
    const again = connect(url, null, 1);
    const [row] = await again`select to_regclass('public.person') as found`;
    await again.end();
    return row?.found;
  };
  expect(await people("2026-11-30")).toBe("person");
  expect(await people("loading")).toBeNull();
});
