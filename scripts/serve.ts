import path from "node:path";
import { parseEnv } from "@/lib/env";
import { commandFault } from "@/lib/error-facts";
import { checkDataKeys } from "./data-keys";
import { requireDatabase } from "./database";
import { requireFreePort, startServer } from "./server";

/** `npm run serve`: the built server in production, once its settings and its database are right. */
async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const address = { host: env.HOST ?? "127.0.0.1", port: env.PORT ?? 3000 };
  await requireFreePort(address);
  await requireDatabase(env.DATABASE_URL);
  await checkDataKeys(env.DATABASE_URL).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // No such table, no such role, or one that may not read it yet.
    throw ["42P01", "22023", "42501"].includes(String(code))
      ? new Error("La base de datos no está preparada: ejecute npm run db:migrate")
      : error;
  });
  const server = startServer(path.resolve(import.meta.dirname, ".."), address, {});
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandFault(error)}\n`);
  process.exit(1);
});
