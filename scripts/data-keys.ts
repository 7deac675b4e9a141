import type postgres from "postgres";
import { connect } from "@/db/connection";
import { affiliateNamePlace } from "@/domain/order/sealed-fields";
import { fingerprint, keyName, ownKeyNames } from "@/lib/crypto/key-names";
import { dataKeys } from "@/lib/crypto/keys";
import { unseal } from "@/lib/crypto/seal";
import { byKey, countSealed } from "./reseal/count";

const KEY = "data_keys";
const SAMPLE = 200;

/**
 * Stores fingerprints of the keys, with their numbers, that encrypt and index personal data, and refuses a
 * key ring in which a key is renumbered, or missing while something is still encrypted with it, because that would
 * be unreadable.
 * @throws Error with one line when they are not the keys of this database
 */
export async function checkDataKeys(url: string): Promise<void> {
  const client = connect(url, "app_jobs", 1);
  try {
    const present = ownKeyNames();
    const known = (await remembered(client)) ?? (await rememberFirst(client, present));
    const isOld = known.every((entry) => !entry.includes(":"));
    const expected = isOld ? await withNumbers(client, known) : known;
    const missing = expected.filter((entry) => !present.includes(entry));
    if (missing.length > 0) await requireUnused(client, missing);
    if (isOld || missing.length > 0 || expected.length < present.length)
      await client`update installation set value = ${present.join(" ")} where key = ${KEY} and value = ${known.join(" ")}`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function remembered(client: postgres.Sql): Promise<string[] | null> {
  const [stored] = await client<{ value: string }[]>`select value from installation where key = ${KEY}`;
  return stored ? stored.value.split(" ") : null;
}

/** Several processes may start at once; the fingerprints that the first one stored count. */
async function rememberFirst(client: postgres.Sql, present: string[]): Promise<string[]> {
  await requireReadable(client);
  await client`insert into installation (key, value) values (${KEY}, ${present.join(" ")}) on conflict do nothing`;
  return (await remembered(client)) ?? present;
}

function refuse(detail = ""): never {
  throw new Error(
    `DATA_KEYS, INDEX_KEY o AUTH_SECRET no son los de esta base de datos: sus datos no se podrían leer.${detail}`,
  );
}

/** Whether all that these keys sealed was sealed again; every value is counted, which happens once per removed key. */
async function requireUnused(client: postgres.Sql, missing: readonly string[]): Promise<void> {
  const numbers = missing.map((entry) => Number(entry.split(":")[0]));
  const isRenumbered = numbers.some((number) => dataKeys().some(({ id }) => id === number));
  if (numbers.some(Number.isNaN) || isRenumbered) refuse();
  const sums = byKey(await countSealed(client));
  for (const number of numbers) {
    const amount = sums.get(number) ?? 0;
    if (amount > 0) refuse(` Falta la llave ${number}, con la que están cifrados ${amount} datos.`);
  }
}

/** Decrypts some stored names: the key number in each shows which key it needs. */
async function requireReadable(client: postgres.Sql): Promise<void> {
  const rows = await client<{ id: string; name: Buffer }[]>`
    select id, affiliate_name_sealed as name from "order" where length(affiliate_name_sealed) > 0 limit ${SAMPLE}`;
  for (const { id, name } of rows) {
    try {
      unseal(name, affiliateNamePlace(id));
    } catch {
      refuse();
    }
  }
}

/** Older versions stored fingerprints without key numbers; decrypting stored data finds the numbers. */
async function withNumbers(client: postgres.Sql, fingerprints: string[]): Promise<string[]> {
  await requireReadable(client);
  const ring = dataKeys();
  return fingerprints.map((known, at) => {
    if (at === fingerprints.length - 1) return `index:${known}`;
    const found = ring.find(({ key }) => fingerprint(key) === known);
    return found ? keyName(found.id, found.key) : `?:${known}`;
  });
}
