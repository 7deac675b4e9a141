import { createHmac } from "node:crypto";
import { connect } from "@/db/connection";
import { dataKeys, indexKey } from "@/lib/crypto/keys";

const fingerprint = (key: Buffer) =>
  createHmac("sha256", key).update("hanna-proveedores: data key").digest("hex");

/**
 * Remembers which keys personal data are sealed and found with; refuses others, with which nothing could be read.
 * @throws Error with one line when they are not the ones of this database
 */
export async function checkDataKeys(url: string): Promise<void> {
  const client = connect(url, "app_jobs", 1);
  try {
    const present = [...dataKeys().map(({ key }) => fingerprint(key)), fingerprint(indexKey())];
    const value = present.join(" ");
    const [kept] = await client<{ value: string }[]>`
      insert into installation (key, value) values ('data_keys', ${value})
      on conflict (key) do update set value = installation.value returning value`;
    const old = (kept?.value ?? "").split(" ");
    // A key may be added in front; none that sealed something may be missing, and the index has one for ever.
    if (old.at(-1) !== present.at(-1) || !old.slice(0, -1).every((known) => present.includes(known))) {
      throw new Error(
        "DATA_KEYS, INDEX_KEY o AUTH_SECRET no son los de esta base de datos: sus datos no se podrían leer.",
      );
    }
    await client`update installation set value = ${value} where key = 'data_keys'`;
  } finally {
    await client.end({ timeout: 5 });
  }
}
