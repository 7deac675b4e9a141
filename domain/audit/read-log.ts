import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { type AuditLine, type AuditWindow, listAudit } from "@/db/queries/audit";
import type { AuditSubject } from "@/db/queries/audit-abouts";
import { type AuditNames, findAuditNames } from "@/db/queries/audit-names";
import { listKindCodes } from "@/db/queries/order-kind";
import { searchReadings } from "@/domain/search/readings";
import { blindIndex } from "@/lib/crypto/blind-index";
import type { TableFormat } from "@/lib/table/write";
import type { Grant } from "@/model/access";

/** What somebody looks for in the log, as they typed it. */
export type LogFilter = {
  from: string | null;
  to: string | null;
  action: string | null;
  person: string;
  provider: string;
  subject: string;
};

/** Lines of one statement of an export, and of a whole one. */
const WINDOW = 2_000;
const MOST_EXPORTED = 50_000;

/** A page of the log before a line's number, with the names of what it is about. */
export async function readLog(
  grant: Grant<"audit.read">,
  filter: LogFilter & { before: number | null },
  window: AuditWindow,
): Promise<{ lines: AuditLine[]; horizon: number | null; names: AuditNames }> {
  const db = databaseFor(grant);
  const { lines, horizon } = await listAudit(
    db,
    { ...filter, subject: await subjectOf(grant, filter) },
    window,
  );
  return { lines, horizon, names: await findAuditNames(db, lines.flatMap(mentionedIn)) };
}

/** A page of the log for a person. A reading is a line of the log itself, once; its further pages are not. */
export async function showLog(
  grant: Grant<"audit.read">,
  filter: LogFilter & { before: number | null },
  { limit, ip }: { limit: number; ip: string },
): ReturnType<typeof readLog> {
  const { before, ...filters } = filter;
  const page = await readLog(grant, filter, { limit });
  if (before === null)
    await call(databaseFor(grant), "note_audit_reading", {
      actor: grant.actor.personId,
      reading: blindIndex("audit-reading", JSON.stringify(filters)).toString("hex").slice(0, 16),
      detail: { filters: namesOfSet(filters) },
      ip,
    });
  return page;
}

/** Which filters are set, and never what was typed. */
const namesOfSet = (filter: LogFilter) =>
  Object.entries(filter)
    .filter(([, value]) => value)
    .map(([name]) => name)
    .join(", ");

/** The log line by line for a file, newest first; that it was taken stands in it. */
export async function exportLog(
  grant: Grant<"audit.read">,
  {
    filter,
    format,
    window = { limit: WINDOW },
  }: { filter: LogFilter; format: TableFormat; window?: AuditWindow },
  client: { ip: string },
): Promise<AsyncGenerator<{ line: AuditLine; names: AuditNames }>> {
  await call(databaseFor(grant), "note_audit_export", {
    actor: grant.actor.personId,
    detail: { format, filters: namesOfSet(filter) },
    ip: client.ip,
  });
  return linesOf(grant, filter, window);
}

async function* linesOf(grant: Grant<"audit.read">, filter: LogFilter, window: AuditWindow) {
  let before: number | null = null;
  let left = MOST_EXPORTED;
  do {
    const { lines, horizon, names }: Awaited<ReturnType<typeof readLog>> = await readLog(
      grant,
      { ...filter, before },
      window,
    );
    const sent = lines.slice(0, Math.min(window.limit, left));
    for (const line of sent) yield { line, names };
    left -= sent.length;
    // A window without a line is not the end: what fits may be older than what was looked at.
    before = lines.length > window.limit ? (sent.at(-1)?.seq ?? null) : horizon;
  } while (before !== null && left > 0);
}

async function subjectOf(grant: Grant<"audit.read">, { subject }: LogFilter): Promise<AuditSubject | null> {
  if (subject === "") return null;
  const read = searchReadings(subject, await listKindCodes(databaseFor(grant)));
  return {
    spellings: read.plain,
    orderNumbers: read.numbers,
    nits: read.nits,
    receipt: read.serial ?? null,
    lookup: read.lookupFrom && read.lookupTo ? { from: read.lookupFrom, to: read.lookupTo } : null,
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in a line: its subject, and what its facts name. */
function mentionedIn({ subjectId, detail }: AuditLine): string[] {
  return [subjectId, ...Object.values(detail)].filter(
    (value): value is string => typeof value === "string" && UUID.test(value),
  );
}
