import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const FILE = ".datos/conexion.json";

const Connection = z.object({
  DATABASE_URL: z.string(),
  AUTH_SECRET: z.string(),
  DATA_KEYS: z.string(),
  INDEX_KEY: z.string(),
});

/** Without DATABASE_URL, a command works on the database that `npm start` keeps in this checkout. */
export function adoptKeptConnection(): void {
  if (process.env.DATABASE_URL || !existsSync(FILE)) return;
  const kept = Connection.parse(JSON.parse(readFileSync(FILE, "utf8")));
  for (const [name, value] of Object.entries(kept)) process.env[name] ??= value;
}
