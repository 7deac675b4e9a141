import { startForgetting } from "@/domain/retention/forget";
import { env } from "./env";
import { distrustForwardedFor } from "./http/forwarded";
import { log } from "./log";
import { startMailWorker } from "./mail/worker";

/** What a server process needs before its first request: right settings, guards, background work. */
export function startUp(): void {
  const { TRUSTED_PROXIES } = env();
  if (!TRUSTED_PROXIES) distrustForwardedFor();
  process.on("uncaughtException", (error) => {
    if (isDriverCrash(error)) {
      log.warn({ event: "database.connection_lost" });
      return;
    }
    log.fatal({ event: "process.crashed", name: error.name, stack: error.stack });
    process.exit(1);
  });
  startMailWorker();
  startForgetting();
}

/**
 * postgres.js 3.4.9 can write to a socket that has just closed, outside of any promise. The query itself is
 * refused by its deadline (db/connection.ts), so the process goes on.
 */
function isDriverCrash(error: Error): boolean {
  return (
    error instanceof TypeError && /reading 'write'/.test(error.message) && /nextWrite/.test(error.stack ?? "")
  );
}
