import { connect } from "@/db/connection";
import { dataKeys } from "@/lib/crypto/keys";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { checkDataKeys } from "./data-keys";
import { requireDatabase, requireMigrated } from "./database";
import { byKey, countSealed } from "./reseal/count";
import { noteReseal, resealAll } from "./reseal/reseal";
import { adoptSavedConnection } from "./saved-connection";

const number = (amount: number) => amount.toLocaleString("es-CO");

/**
 * `npm run keys:reseal`, with the owner of the database: seals all personal data again with the first key of
 * DATA_KEYS while the portal works. Ends with 0 when no former key is needed any more, else with 2.
 */
async function main(): Promise<number> {
  adoptSavedConnection();
  const { DATABASE_URL } = parseEnv(process.env);
  await requireDatabase(DATABASE_URL);
  await requireMigrated(DATABASE_URL);
  await checkDataKeys(DATABASE_URL);
  const client = connect(DATABASE_URL, null, 1);
  try {
    await resealAll(client, ({ column, done, inUse }) => {
      const used = inUse > 0 ? `, ${number(inUse)} en uso` : "";
      process.stdout.write(`${column}: ${number(done)} cifrados de nuevo${used}\n`);
    });
    const sums = byKey(await countSealed(client));
    for (const { id } of dataKeys()) process.stdout.write(`Llave ${id}: ${number(sums.get(id) ?? 0)}\n`);
    const [newest = 0, ...former] = dataKeys().map(({ id }) => id);
    const left = former.reduce((sum, id) => sum + (sums.get(id) ?? 0), 0);
    await noteReseal(client, { key: newest, sealed: sums.get(newest) ?? 0, left });
    if (former.every((id) => !sums.get(id))) {
      process.stdout.write(`Todo está cifrado con la llave ${newest}: las demás se pueden quitar.\n`);
      return 0;
    }
    process.stdout.write("Quedan datos en uso. Repita la orden en unos minutos.\n");
    return 2;
  } finally {
    await client.end({ timeout: 5 });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
