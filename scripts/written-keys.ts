import { connect } from "@/db/connection";

/**
 * Refuses an installation of an earlier version whose data keys are derived from AUTH_SECRET and are written nowhere:
 * after the migration no process of this version would start.
 * @param written DATA_KEYS, as it is set
 * @throws Error with one line that names the command which writes them out
 */
export async function requireWrittenKeys(url: string, written: string | undefined): Promise<void> {
  if (written) return;
  const client = connect(url, null, 1);
  try {
    const [table] = await client`select to_regclass('public.installation') as known`;
    if (!table?.known) return;
    const [row] = await client<{ value: string }[]>`select value from installation where key = 'data_keys'`;
    const numbers = (row?.value ?? "").split(" ").filter((entry) => /^\d+:/.test(entry));
    // Where there are others too, they were written out already, for the processes that serve.
    if (numbers.length !== 1 || !numbers[0]?.startsWith("0:")) return;
  } finally {
    await client.end({ timeout: 5 });
  }
  throw new Error(
    "Falta DATA_KEYS: los datos de esta base están cifrados con una llave derivada de AUTH_SECRET, y esta versión no arrancaría. No se cambió nada. Ejecute npm run keys:derived con los ajustes de siempre, agregue a ellos lo que imprime y repita (docs/operations.md, Despliegue).",
  );
}
