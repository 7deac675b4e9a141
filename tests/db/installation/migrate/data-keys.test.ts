import { beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/connection";
import { affiliateNamePlace } from "@/domain/order/sealed-fields";
import { separateDatabase } from "@/tests/support/separate-database";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const REFUSED = /^DATA_KEYS, INDEX_KEY o AUTH_SECRET no son los de esta base de datos/;
let url: string;

beforeAll(async () => {
  url = await separateDatabase("llaves");
});

/** The server's start with these keys, as a new process does it. */
async function start(keys: string): Promise<void> {
  vi.resetModules();
  process.env.DATA_KEYS = keys;
  const { checkDataKeys } = await import("@/scripts/data-keys");
  await checkDataKeys(url);
}

async function anOrder(): Promise<void> {
  const { seal } = await import("@/lib/crypto/seal");
  const id = crypto.randomUUID();
  const number = id.slice(0, 8).toUpperCase();
  const owner = connect(url, null, 1);
  await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
    values (${id}, (select min(code) from order_kind), ${number}, ${number}, 'CC', '', '', ${seal("ANA", affiliateNamePlace(id))}, 1000, 1000, '', '2026-01-01',
      '2026-01-31', '', 'issued')`;
  await owner.end();
}

async function forget(value?: string): Promise<void> {
  const owner = connect(url, null, 1);
  await owner`delete from installation where key = 'data_keys'`;
  if (value) await owner`insert into installation (key, value) values ('data_keys', ${value})`;
  await owner.end();
}

async function remembered(): Promise<string> {
  const owner = connect(url, null, 1);
  const [row] = await owner`select value from installation where key = 'data_keys'`;
  await owner.end();
  return String(row?.value);
}

test("a data key is added in front; none with which something is encrypted is removed, replaced or renumbered", async () => {
  await start(`1:${key("a")}`);
  await anOrder();
  await start(`1:${key("a")}`);
  await start(`2:${key("b")},1:${key("a")}`);
  await anOrder();
  for (const wrong of [
    `1:${key("a")}`,
    `2:${key("b")}`,
    `2:${key("a")},1:${key("b")}`,
    `1:${key("c")},2:${key("b")}`,
  ])
    await expect(start(wrong), wrong).rejects.toThrow(REFUSED);
  await start(`2:${key("b")},1:${key("a")}`);
});

test("keys that an older version stored without numbers are checked against the encrypted data", async () => {
  const old = (await remembered())
    .split(" ")
    .map((entry) => entry.split(":")[1])
    .join(" ");
  await forget(old);
  await expect(start(`1:${key("b")},2:${key("a")}`)).rejects.toThrow(REFUSED);
  await start(`2:${key("b")},1:${key("a")}`);
  expect(await remembered()).toMatch(/^2:\w+ 1:\w+ index:\w+$/);
});

test("where no keys are stored, the encrypted data must decrypt", async () => {
  await forget();
  await expect(start(`3:${key("a")}`)).rejects.toThrow(REFUSED);
  await expect(start(`1:${key("a")}`)).rejects.toThrow(REFUSED);
  await start(`2:${key("b")},1:${key("a")}`);
});
