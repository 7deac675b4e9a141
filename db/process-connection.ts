import { env } from "@/lib/env";
import { connect } from "./connection";
import { startElection } from "./leader";
import { changeListener, startListening } from "./listen";

/**
 * Opens the process's own connection beside its pools, for leader election and notifications.
 * @returns closes it; another process leads
 */
export function openProcessConnection(): () => Promise<void> {
  const listener = changeListener();
  const connection = connect(env().DATABASE_URL, "app_jobs", 1, {}, listener);
  const stops = [startElection(connection), startListening(connection, listener.process)];
  return async () => {
    for (const stop of stops) stop();
    await connection.end({ timeout: 1 });
  };
}
