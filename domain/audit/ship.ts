import { setTimeout as pause } from "node:timers/promises";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { env } from "@/lib/env";
import { LineOutput } from "@/lib/line-output";
import { log } from "@/lib/log";
import { exportOtlp, parseOtlpHeaders } from "@/lib/otlp";
import { isLeader } from "@/lib/process-state";
import { parseSyslogUrl, sendSyslog, syslogMessage } from "@/lib/syslog";
import { type OutwardEvent, outward } from "./outward";
import { advance, settledOf, type Tail } from "./tail";

export type Destination = {
  name: "stdout" | "syslog" | "otlp";
  /** Sends them in their order, or throws; then all of them are sent again. */
  send(events: readonly OutwardEvent[]): Promise<void>;
};

const EVERY_MS = 5_000;
const ROUNDS_PER_REPORT = 12;
/** An alarm after a quarter of an hour in which nothing could be sent. */
const DUE_SECONDS = 900;
const BATCH = 500;
/** No transaction lasts so long (audit_settling_window() in SQL). */
const SETTLING_MS = 10 * 60_000;

/**
 * Sends each event of the log outside, some seconds after it happened, to all places that are set. Each place has its
 * own position, so that one that is down holds up no other. An event arrives at least once: after a crash the last
 * ones may come again, with the same number.
 */
export function startShippingAudit(): void {
  for (const destination of destinations()) void keepShipping(destination);
}

async function keepShipping(destination: Destination): Promise<void> {
  const db = jobsDatabase();
  const job = { name: `audit.${destination.name}`, dueSeconds: DUE_SECONDS };
  let tail: Tail | null = null;
  for (;;) {
    if (!isLeader()) tail = null;
    else
      await runJob(db, job, async () => {
        for (let round = 0; round < ROUNDS_PER_REPORT && isLeader(); round++) {
          tail = await ship(db, destination, tail ?? (await startOf(db, destination)));
          await pause(EVERY_MS, undefined, { ref: false });
        }
      });
    await pause(EVERY_MS, undefined, { ref: false });
  }
}

/** Where a process that has sent nothing yet goes on. */
export async function startOf(db: Database, { name }: Destination): Promise<Tail> {
  return { last: await call(db, "audit_shipped_up_to", { destination: name }), missing: new Map() };
}

/** Sends all that happened since `tail`, and notes how far it is. */
export async function ship(db: Database, { name, send }: Destination, tail: Tail): Promise<Tail> {
  for (let at = tail; ; ) {
    const [late, fresh] = await Promise.all([
      at.missing.size === 0 ? [] : call(db, "audit_lines_of", { seqs: [...at.missing.keys()].map(String) }),
      call(db, "audit_lines", { after: at.last, upTo: Number.MAX_SAFE_INTEGER, limit: BATCH }),
    ]);
    const events = [...late, ...fresh];
    if (events.length > 0) await send(events.map(outward));
    const next = advance(
      at,
      events.map(({ seq }) => seq),
      performance.now(),
      SETTLING_MS,
    );
    if (settledOf(next) > settledOf(at))
      await call(db, "mark_audit_shipped", { destination: name, upTo: settledOf(next) });
    if (fresh.length < BATCH) return next;
    at = next;
  }
}

/** The places that the settings name; standard output is one of them unless it is switched off. */
function destinations(): Destination[] {
  const { AUDIT_EVENTS, AUDIT_STDOUT_FD, AUDIT_SYSLOG_URL, ...otlp } = env();
  const chosen: Destination[] = [];
  if (AUDIT_EVENTS !== "off") chosen.push({ name: "stdout", send: toDescriptor(AUDIT_STDOUT_FD ?? 1) });
  const syslog = parseSyslogUrl(AUDIT_SYSLOG_URL ?? "");
  if (syslog)
    chosen.push({
      name: "syslog",
      send: (events) =>
        sendSyslog(
          syslog,
          events.map(({ at, action, text }) => syslogMessage(at, action, text)),
        ),
    });
  const url = otlp.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT;
  if (url) {
    const headers = parseOtlpHeaders(otlp.OTEL_EXPORTER_OTLP_HEADERS ?? "");
    chosen.push({
      name: "otlp",
      send: async (events) => {
        const records = events.map(({ at, action, text }) => ({ at: new Date(at), kind: action, text }));
        const dropped = await exportOtlp(url, headers, records);
        if (dropped > 0) log.error({ event: "audit.otlp_dropped", dropped });
      },
    });
  }
  return chosen;
}

/**
 * One line an event, on a file descriptor that the launcher hands over: the framework prints texts on the usual one.
 * They are sent when the system has them all; a reader that is gone, or a full disk, has none.
 */
export function toDescriptor(fd: number): Destination["send"] {
  const output = new LineOutput(fd);
  return (events) => output.write(`${events.map(({ text }) => text).join("\n")}\n`);
}
