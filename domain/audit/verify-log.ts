import { AuditHead, chained, emptyChain, isSignedHead, shortDigestOf } from "./chain";

export type AuditFault =
  | { of: "head"; number: number; says: "not_readable" | "not_signed" | "missing" }
  | { of: "event"; seq: number; says: "changed" | "missing" | "swapped" | "added" | "not_readable" };

/** `uncovered`: events newer than the last head, of which nothing can be said yet. */
export type AuditCheck = { heads: number; events: number; uncovered: number; fault: AuditFault | null };

/**
 * Checks an export of the log, line by line, against the heads that were written outside of the database. Names the
 * first event that was changed, is missing, was added, or stands where another one stood. Needs no database.
 */
export function verifyLog(
  exported: readonly string[],
  written: readonly string[],
  publicKey: string,
): AuditCheck {
  const { heads, fault } = readHeads(written, publicKey);
  const found = (of: AuditFault | null, events: number, uncovered = 0): AuditCheck => ({
    heads: heads.length,
    events,
    uncovered,
    fault: of,
  });
  if (fault) return found(fault, 0);
  let at = 0;
  let chain = emptyChain;
  for (const head of heads) {
    const known = new Map(head.events.map(([seq, digest]) => [digest, seq]));
    for (const [seq, digest] of head.events) {
      const line = exported[at];
      const shown = line === undefined ? null : seqOf(line);
      const about = (says: "changed" | "missing" | "swapped") => found({ of: "event", seq, says }, at);
      if (line === undefined) return about("missing");
      if (shown === null) return found({ of: "event", seq, says: "not_readable" }, at);
      if (shown !== seq) return found(misplaced(seq, shown, exported, at), at);
      const is = shortDigestOf(line);
      if (is !== digest) return about(known.has(is) ? "swapped" : "changed");
      chain = chained(chain, line);
      at += 1;
    }
    if (chain !== head.chain) return found({ of: "head", number: head.number, says: "not_readable" }, at);
  }
  const upTo = heads.at(-1)?.upTo ?? 0;
  if (isHeadMissing(exported.slice(at))) {
    const number = heads.length + 1;
    return found({ of: "head", number, says: "missing" }, at, exported.length - at);
  }
  const late = exported.slice(at).find((line) => (seqOf(line) ?? 0) <= upTo);
  if (late !== undefined) return found({ of: "event", seq: seqOf(late) ?? 0, says: "added" }, at);
  return found(null, at, exported.length - at);
}

/** A head is written every hour, over events of some minutes ago; later than this one is missing. */
const HEAD_DUE_MS = 3 * 3_600_000;

/**
 * Whether what no head covers is too old for that, by the newest event of the export: whoever takes the last heads away
 * could change all that they covered.
 */
function isHeadMissing(uncovered: readonly string[]): boolean {
  return momentOf(uncovered.at(-1)) - momentOf(uncovered[0]) > HEAD_DUE_MS;
}

/** What stands where event `seq` should: an event that no head knows, a later one, or one from another place. */
function misplaced(seq: number, shown: number, exported: readonly string[], at: number): AuditFault {
  if (shown < seq) return { of: "event", seq: shown, says: "added" };
  const isLater = exported.slice(at + 1).some((line) => seqOf(line) === seq);
  return { of: "event", seq, says: isLater ? "swapped" : "missing" };
}

function readHeads(
  written: readonly string[],
  publicKey: string,
): { heads: AuditHead[]; fault: AuditFault | null } {
  const heads: AuditHead[] = [];
  for (const line of written) {
    const number = heads.length + 1;
    const fault = (says: "not_readable" | "not_signed" | "missing") => ({
      heads,
      fault: { of: "head" as const, number, says },
    });
    const head = AuditHead.safeParse(parsed(line));
    if (!head.success) return fault("not_readable");
    if (head.data.number !== number) return fault("missing");
    if (!isSignedHead(head.data, publicKey)) return fault("not_signed");
    heads.push(head.data);
  }
  return { heads, fault: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldOf(line: string, name: "seq" | "at"): unknown {
  const event = parsed(line);
  return typeof event === "object" && event !== null ? Reflect.get(event, name) : undefined;
}

function seqOf(line: string): number | null {
  const seq = fieldOf(line, "seq");
  return typeof seq === "number" ? seq : null;
}

/** Milliseconds of the event's moment; NaN, with which no comparison holds, where the line says none. */
const momentOf = (line = ""): number => Date.parse(String(fieldOf(line, "at")));
