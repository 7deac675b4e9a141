import { deskLinks } from "@/app/_server/desk-links";
import { installGate } from "@/app/_server/http/gate";
import { cajaDatabase } from "@/db/client";
import { openProcessConnection } from "@/db/process-connection";
import { startAuditHeads } from "@/domain/audit/heads";
import { startShippingAudit } from "@/domain/audit/ship";
import { startImportWorkers } from "@/domain/import/worker-process";
import { startDeskNotices } from "@/domain/notify/desk-notices";
import { startRenewalNotices } from "@/domain/notify/due-renewals";
import { startAgreementNotices } from "@/domain/notify/ending-agreements";
import { startStaleImportNotices } from "@/domain/notify/stale-import";
import { startOutboxWorker } from "@/domain/notify/worker";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { makeMissingKeys } from "@/domain/order-code/make-keys";
import { startRetentionJob } from "@/domain/retention/apply";
import { startSealingJob } from "@/domain/retention/seal-plain";
import { startMergingSums } from "@/domain/settlement/merge-sums";
import { env, requireOwnKeys } from "@/lib/env";
import { stopInOrder } from "@/lib/graceful-stop";
import { endProcess } from "@/lib/line-output";
import { log, logError } from "@/lib/log";

/** Prepares a server process before its first request: checks settings, installs guards, starts background work. */
export function startUp(): void {
  const { TRUSTED_PROXIES, PUBLIC_URL, STOP_WITH_PARENT, NODE_ENV } = env();
  if (NODE_ENV === "production") requireOwnKeys(env());
  installGate({
    origin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    behindProxy: Boolean(TRUSTED_PROXIES),
    upgrades: NODE_ENV === "development",
  });
  process.on("uncaughtException", (error) => {
    if (isDriverCrash(error)) {
      log.warn({ event: "database.connection_lost" });
      return;
    }
    logError("process.crashed", error, {}, "fatal");
    void endProcess(1);
  });
  const mails = startOutboxWorker();
  const closeConnection = openProcessConnection();
  const { stop } = stopInOrder(async () => {
    await Promise.all([mails.stop(), closeConnection()]);
  });
  if (STOP_WITH_PARENT) stopWithParent(stop);
  startRetentionJob();
  startSealingJob();
  startAuditHeads();
  startShippingAudit();
  startMergingSums();
  void makeMissingKeys(() => fillKeyRing(cajaDatabase()));
  startImportWorkers();
  startStaleImportNotices();
  startDeskNotices(deskLinks);
  startAgreementNotices();
  startRenewalNotices(deskLinks);
}

/** A killed launcher cannot stop its child; without this check the process would hold the port forever. */
function stopWithParent(stop: (reason: string) => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop("SIGINT");
  }, 500).unref();
}

/**
 * postgres.js 3.4.9 can write to a socket that has just closed, outside of any promise. The query itself fails
 * by its deadline (db/connection.ts), so the process continues.
 */
function isDriverCrash(error: Error): boolean {
  return (
    error instanceof TypeError && /reading 'write'/.test(error.message) && /nextWrite/.test(error.stack ?? "")
  );
}
