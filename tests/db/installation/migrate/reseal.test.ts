import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/connection";
import * as tables from "@/db/tables";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { nameOf, sealedColumns } from "@/scripts/reseal/sealed-columns";
import { separateDatabase } from "@/tests/support/separate-database";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const FORMER = `1:${key("a")}`;
const BOTH = `2:${key("b")},1:${key("a")}`;
const ORDERS = 3_000;
let url: string;
let owner: postgres.Sql;

beforeAll(async () => {
  url = await separateDatabase("recifrado");
  owner = connect(url, null, 2);
});
afterAll(() => owner.end());

/** The modules as a new process with these keys has them. */
async function withKeys(keys: string) {
  vi.resetModules();
  process.env.DATA_KEYS = keys;
  process.env.INDEX_KEY = key("i");
  const [seal, check, count, reseal] = await Promise.all([
    import("@/lib/crypto/seal"),
    import("@/scripts/data-keys"),
    import("@/scripts/reseal/count"),
    import("@/scripts/reseal/reseal"),
  ]);
  return {
    ...seal,
    start: () => check.checkDataKeys(url),
    reseal: () => reseal.resealAll(owner),
    sums: async () => Object.fromEntries(count.byKey(await count.countSealed(owner))),
  };
}

async function makeOrders(amount: number): Promise<string[]> {
  const { seal } = await withKeys(FORMER);
  const ids = Array.from({ length: amount }, () => randomUUID());
  const rows = ids.map((id) => ({
    id,
    number: `N${id.replaceAll("-", "").slice(0, 14).toUpperCase()}`,
    holder: seal("1042555318", affiliateIdPlace(id)).toString("base64"),
    name: seal(`ANA ${id}`, affiliateNamePlace(id)).toString("base64"),
  }));
  await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
    select r.id, (select min(code) from order_kind), r.number, r.number, 'CC', decode(r.holder, 'base64'), '',
      decode(r.name, 'base64'), 1000, 1000, '', '2026-01-01', '2026-01-31', '', 'issued'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, number text, holder text, name text)`;
  return ids;
}

/** `npm run keys:reseal` as a process; ends it by force after its first lines, when asked to. */
function command(
  keys: string,
  killAfterLines = Number.POSITIVE_INFINITY,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/keys-reseal.ts"], {
    env: { ...process.env, DATABASE_URL: url, DATA_KEYS: keys, INDEX_KEY: key("i") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
    if (out.split("\n").length > killAfterLines) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

/** A promise that another part of the test resolves. */
function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test("every column of bytes is sealed and in the list, or known to hold nothing that is opened again", () => {
  const digests = /hash|sha256|^salt$|^challenge$|_index$|^id_index|code_id|^code$|public_key|signature/;
  const bytes = Object.values(tables).flatMap((table: unknown) =>
    is(table, PgTable)
      ? Object.values(getTableColumns(table))
          .filter((column) => column.getSQLType() === "bytea" && !digests.test(column.name))
          .map(({ name }) => `${getTableName(table)}.${name}`)
      : [],
  );
  expect(bytes.sort()).toEqual(sealedColumns.map(nameOf).sort());
});

test("the database counts the same columns as the job seals again", async () => {
  const [definition] = await owner<
    { text: string }[]
  >`select pg_get_functiondef('count_sealed'::regproc) as text`;
  const counted = [...(definition?.text ?? "").matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name);
  expect([...new Set(counted)].sort()).toEqual(sealedColumns.map(nameOf).sort());
});

test("killed in the middle and repeated, every value is sealed with the new key, and the former one can go", async () => {
  const ids = await makeOrders(ORDERS);
  await (await withKeys(FORMER)).start();
  const killed = await command(BOTH, 5);
  expect(killed.code).toBe(null);
  const between = await (await withKeys(BOTH)).sums();
  expect(between[2]).toBeGreaterThan(0);
  expect(between[1]).toBeGreaterThan(0);
  expect((between[1] ?? 0) + (between[2] ?? 0)).toBe(2 * ORDERS);
  await expect((await withKeys(`2:${key("b")}`)).start()).rejects.toThrow(
    `Falta la llave 1, con la que están cifrados ${between[1]} datos`,
  );

  const repeated = await command(BOTH);
  expect(repeated.out).toContain(`Llave 2: ${(2 * ORDERS).toLocaleString("es-CO")}\nLlave 1: 0\n`);
  expect(repeated.out).toContain("Todo está cifrado con la llave 2: las demás se pueden quitar.");
  expect(repeated.code).toBe(0);
  const { start, unseal, sums } = await withKeys(`2:${key("b")}`);
  await start();
  await start();
  expect(await sums()).toEqual({ 2: 2 * ORDERS });
  for (const id of [ids[0], ids[1_500], ids.at(-1)].map(String)) {
    const [row] =
      await owner`select affiliate_id_sealed as id, affiliate_name_sealed as name from "order" where id = ${id}`;
    expect([unseal(row?.id, affiliateIdPlace(id)), unseal(row?.name, affiliateNamePlace(id))]).toEqual([
      "1042555318",
      `ANA ${id}`,
    ]);
  }
  // The run that was killed said nothing, the one that ended is in the log.
  const noted = await owner`select subject_id, detail from audit_event where action = 'keys.resealed'`;
  expect([...noted]).toEqual([{ subject_id: "2", detail: { sealed: 2 * ORDERS, left: 0 } }]);
  expect((await command(BOTH)).out).not.toContain("cifrados de nuevo");
});

test("a value that somebody changes meanwhile stays as it was changed", async () => {
  const [id = ""] = await makeOrders(1);
  const { seal, unseal, reseal } = await withKeys(BOTH);
  const other = connect(url, null, 1);
  const begun = signal();
  const mayEnd = signal();
  const change = other.begin(async (transaction) => {
    await transaction`update "order" set affiliate_id_sealed = ${seal("2222", affiliateIdPlace(id))} where id = ${id}`;
    begun.resolve();
    await mayEnd.promise;
  });
  await begun.promise;
  const running = reseal();
  // The job has read the earlier value once it waits for the row.
  const waits = async () =>
    (
      await owner`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    ).length;
  while ((await waits()) === 0);
  mayEnd.resolve();
  await Promise.all([change, running]);
  const [row] = await owner`select affiliate_id_sealed as id from "order" where id = ${id}`;
  expect(unseal(row?.id, affiliateIdPlace(id))).toBe("2222");
  await other.end();
});

test("what a counter found stays unchanged by it, and an order that is claimed just now is left to the next run", async () => {
  await withKeys(FORMER);
  const { makeTill, makeOrder } = await import("@/tests/support/look-up-orders");
  const { lookUpOrder } = await import("@/domain/lookup/look-up");
  const { typedLookUp } = await import("@/tests/support/typed-look-up");
  const { client } = await import("@/tests/support/use-order");
  const till = await makeTill();
  const [found, claimed] = [await makeOrder(), await makeOrder()];
  const lookup = await lookUpOrder(till, typedLookUp(found), client());
  const claim = await lookUpOrder(till, typedLookUp(claimed), client());
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${claimed.id}, ${till.actor.provider.id}, ${till.actor.personId}, ${claim}, now() + interval '15 minutes')`;
  const changes = async () =>
    (await owner`select lookup_changes(${lookup}, o) as parts from "order" o where o.id = ${found.id}`)[0]
      ?.parts;
  const keyOf = async (order: string) =>
    (await owner`select get_byte(affiliate_name_sealed, 1) as key from "order" where id = ${order}`)[0]?.key;
  expect([await changes(), await keyOf(found.id)]).toEqual([[], 1]);

  const { reseal } = await withKeys(BOTH);
  await reseal();
  expect([await keyOf(found.id), await changes()]).toEqual([2, []]);
  expect(await keyOf(claimed.id)).toBe(1);
  expect((await owner`select 1 from order_claim where order_id = ${claimed.id}`).length).toBe(1);
  await owner`update order_claim set until = now() - interval '1 second' where order_id = ${claimed.id}`;
  await reseal();
  expect(await keyOf(claimed.id)).toBe(2);
});

test("a value that does not open stops the job with its column, and nothing of its group is written", async () => {
  const [id = ""] = await makeOrders(1);
  const { seal, sums } = await withKeys(FORMER);
  await owner`update "order" set affiliate_id_sealed = ${seal("1", "order.affiliate_id:another")} where id = ${id}`;
  const before = await sums();
  const again = await withKeys(BOTH);
  await expect(again.reseal()).rejects.toThrow("order.affiliate_id_sealed: hay un dato que no abre");
  expect(await again.sums()).toEqual(before);
  await owner`update "order" set affiliate_id_sealed = ${seal("1", affiliateIdPlace(id))} where id = ${id}`;
  await again.reseal();
  expect((await again.sums())[1]).toBeUndefined();
});
