import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { newDatabase } from "@/tests/support/new-database";

let url: string;

beforeAll(async () => {
  url = await newDatabase(`derivadas_${process.pid}`);
});

/** `npm run db:migrate` with these data keys set, or none. */
function migrate(keys?: string) {
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: url, DATA_KEYS: keys };
  if (!keys) delete env.DATA_KEYS;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], {
    env,
    encoding: "utf8",
  });
  return { status, stderr };
}

async function remember(names: string): Promise<void> {
  const owner = connect(url, null, 1);
  await owner`insert into installation (key, value) values ('data_keys', ${names})
    on conflict (key) do update set value = excluded.value`;
  await owner`update installation set value = '0' where key = 'migration'`;
  await owner.end();
}

async function isMigrated(): Promise<boolean> {
  const owner = connect(url, null, 1);
  const [row] = await owner`select value from installation where key = 'migration'`;
  await owner.end();
  return row?.value !== "0";
}

test("db:migrate refuses an installation whose only data key was derived and is not written out, before it changes anything", async () => {
  expect(migrate()).toEqual({ status: 0, stderr: "" });
  await remember("0:abc index:def");
  const refused = migrate();
  expect(refused).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Falta DATA_KEYS: [^\n]*keys:derived[^\n]*\n$/),
  });
  expect(await isMigrated()).toBe(false);
  expect(migrate(`1:${Buffer.alloc(32, 1).toString("base64")}`)).toEqual({ status: 0, stderr: "" });
  await remember("1:ghi 0:abc index:def");
  expect(migrate()).toEqual({ status: 0, stderr: "" });
  expect(await isMigrated()).toBe(true);
});
