import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { dataFolder } from "./data-folder";

const Connection = z.object({
  DATABASE_URL: z.string(),
  AUTH_SECRET: z.string(),
  DATA_KEYS: z.string(),
  INDEX_KEY: z.string(),
  PUBLIC_URL: z.string().optional(),
});

/** Without DATABASE_URL, a command uses the database that `npm start` keeps. */
export function adoptSavedConnection(): void {
  const file = path.join(dataFolder(), "conexion.json");
  if (process.env.DATABASE_URL || !existsSync(file)) return;
  const connection = Connection.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const [name, value] of Object.entries(connection)) if (value) process.env[name] ??= value;
}
