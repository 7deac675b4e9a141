import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { confirmListening, endListening, invalidate, isListening } from "@/lib/cache";
import { jobsDatabase } from "./client";
import type { Listener } from "./connection";
import { call } from "./contract/call";

/** The channel of `notify_change` and `send_heartbeat` (db/functions/installation.sql). */
const CHANNEL = "hanna_change";
const HEARTBEAT = "heartbeat ";
const EVERY_MS = 5_000;
const RETRY_MS = 1_000;

/** Notification handlers of a process, passed to its connection. */
export function changeListener(): Listener & { process: string } {
  const process = randomUUID();
  return {
    process,
    onNotify: (channel, text) => {
      if (channel !== CHANNEL) return;
      if (text === HEARTBEAT + process) confirmListening();
      else if (!text.startsWith(HEARTBEAT)) invalidate(text);
    },
    onClose: endListening,
  };
}

/**
 * Listens to changes on the process's own connection. It verifies that with a heartbeat through a pool, and
 * counts as subscribed while that arrives. Behind a transaction pooler it never does, and caches live for a
 * short time only.
 * @returns ends it
 */
export function startListening(connection: postgres.Sql, process: string): () => void {
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  const beat = async () => {
    try {
      await connection.unsafe(`listen ${CHANNEL}`);
      await call(jobsDatabase(), "send_heartbeat", { process });
    } catch {
      // The database is unavailable; without a heartbeat the process does not count as subscribed.
    }
    if (!ended) timer = setTimeout(() => void beat(), isListening() ? EVERY_MS : RETRY_MS).unref();
  };
  void beat();
  return () => {
    ended = true;
    if (timer) clearTimeout(timer);
  };
}
