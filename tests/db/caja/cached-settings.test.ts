import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { changeListener, startListening } from "@/db/listen";
import { currentCaja } from "@/domain/caja/profile";
import { currentNumberShapes, currentOrderKinds } from "@/domain/order-kind/cached-kinds";
import { Cached, endListening, isListening } from "@/lib/cache";
import { withDatabase } from "@/lib/database-url";
import { startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { separateDatabase } from "@/tests/support/separate-database";

const url = await separateDatabase("cache");
const owner = connect(url, null, 2);

/** A process that listens over this address; `run` begins once notifications arrive. */
async function listening(address: string, run: () => Promise<void>): Promise<void> {
  const listener = changeListener();
  const connection = connect(address, "app_jobs", 1, {}, listener);
  const stop = startListening(connection, listener.process);
  try {
    await expect.poll(isListening).toBe(true);
    await run();
  } finally {
    stop();
    await connection.end({ timeout: 1 });
    endListening();
  }
}

const name = async (text: string) => {
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values (${text}, 'Caja de prueba', '890100577-6', '605 123 4567', 'Lunes a viernes', 'a@caja.example', 'Calle 1',
      'Barranquilla')
    on conflict (id) do update set name = excluded.name`;
};

test("a profile that another process saved is shown at once by one that listens", async () => {
  await listening(url, async () => {
    await name("Primera");
    await expect.poll(async () => (await currentCaja()).name).toBe("Primera");
    await name("Segunda");
    await expect.poll(async () => (await currentCaja()).name).toBe("Segunda");
  });
});

test("while nothing changes the profile, the kinds and their numbers are read from the database once", async () => {
  await listening(url, async () => {
    const read = () => Promise.all([currentCaja(), currentOrderKinds(), currentNumberShapes()]);
    const first = await read();
    await pause(500);
    for (const [at, again] of (await read()).entries()) expect(again).toBe(first[at]);
  });
});

test("a kind that another process renamed, and the first number of its series, are seen at once", async () => {
  await listening(url, async () => {
    const nameOf = async () => (await currentOrderKinds()).find(({ code }) => code === "AS")?.name;
    const before = await nameOf();
    await owner`update order_kind set name = 'Otra clase' where code = 'AS'`;
    await expect.poll(nameOf).toBe("Otra clase");
    await owner`update order_kind set name = ${before ?? ""}, core_digits_only = true, core_longest = 11
      where code = 'AS'`;
    const ownOf = async () => (await currentNumberShapes()).get("AS")?.own ?? null;
    await expect.poll(async () => (await currentNumberShapes()).has("AS")).toBe(true);
    expect(await ownOf()).toBeNull();
    await owner`insert into order_series (kind_code, last) values ('AS', 1)`;
    await expect.poll(ownOf).toBe("H0000001");
  });
});

test("a process whose connection is cut listens again by itself, and shows what changed meanwhile", async () => {
  const line = await startCuttableProxy(url);
  const over = new URL(url);
  over.port = new URL(line.url).port;
  await listening(over.href, async () => {
    await name("Antes");
    await expect.poll(async () => (await currentCaja()).name).toBe("Antes");
    await line.cut();
    await expect.poll(isListening).toBe(false);
    await name("Después");
    await line.mend();
    await expect.poll(isListening, { timeout: 15_000 }).toBe(true);
    expect((await currentCaja()).name).toBe("Después");
  });
  await line.cut();
});

test("where notifications do not arrive, as behind a pooler in transaction mode, values are cached for a short time only", async () => {
  // Such a pooler takes the statement and forgets it with the transaction; a connection to another database is notified as little.
  const listener = changeListener();
  const connection = connect(withDatabase(url, "postgres"), null, 1, {}, listener);
  const stop = startListening(connection, listener.process);
  let reads = 0;
  const cached = new Cached(["caja_profile"], { listening: 60_000, otherwise: 300 }, async () => ++reads);
  try {
    await pause(2_000);
    expect(isListening()).toBe(false);
    expect(await cached.get()).toBe(1);
    await pause(400);
    expect(await cached.get()).toBe(2);
  } finally {
    stop();
    await connection.end({ timeout: 1 });
  }
});

afterAll(() => owner.end());
