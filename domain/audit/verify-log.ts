import { AuditHead, chained, emptyChain, isSignedHead, readHead, shortDigestOf } from "./chain";

export type AuditFault =
  | { of: "head"; number: number; says: "not_readable" | "not_signed" | "missing" }
  | { of: "event"; seq: number; says: "changed" | "missing" | "swapped" | "added" | "not_readable" };

/** A restore that the log itself notes, and the events of after its copy, which heads know and the log has no more. */
type AuditRestore = { seq: number; takenAt: string; lost: number; from: number; to: number };

/** `uncovered`: events newer than the last head, of which nothing can be said yet. */
export type AuditCheck = {
  heads: number;
  events: number;
  uncovered: number;
  restores: AuditRestore[];
  fault: AuditFault | null;
};

/**
 * Checks an export of the log, line by line, against the heads that were written outside of the database. Names the
 * first event that was changed, is missing, was added, or stands where another one stood. Events that a restore lost
 * are counted where the log says that there was one: whoever knows of none knows that they were taken away. Needs no
 * database, and keeps no more than one head and one line at a time.
 * @param written is read twice: nothing is said of an event before every head is known to be signed
 */
export async function verifyLog(
  exported: AsyncIterable<string> | Iterable<string>,
  written: Iterable<string>,
  publicKey: string,
): Promise<AuditCheck> {
  const { heads, upTo, fault } = checkHeads(written, publicKey);
  const restores: AuditRestore[] = [];
  const found = (of: AuditFault | null, events: number, uncovered = 0): AuditCheck => ({
    ...{ heads, events, uncovered, restores, fault: of },
  });
  if (fault) return found(fault, 0);
  const lines = linesOf(exported);
  let events = 0;
  let chain = emptyChain;
  for (const head of readHeads(written, heads)) {
    const known = new Set(head.events.map(([, digest]) => digest));
    let isWhole = true;
    for (const [seq, digest] of head.events) {
      const line = await lines.next();
      const about = (says: "changed" | "missing" | "swapped" | "not_readable") =>
        found({ of: "event", seq, says }, events);
      if (line === undefined) return about("missing");
      const shown = seqOf(line);
      if (shown === null) return about("not_readable");
      if (shown > seq && isLostBy(line, head)) {
        noteLost(restores, line, shown, seq);
        lines.giveBack(line);
        isWhole = false;
        continue;
      }
      if (shown !== seq) return found(await misplaced(seq, shown, lines), events);
      const is = shortDigestOf(line);
      if (is !== digest) return about(known.has(is) ? "swapped" : "changed");
      chain = chained(chain, line);
      events += 1;
    }
    // Its chain is made over events that are lost; it is signed, and the next one goes on from it.
    if (!isWhole) chain = head.chain;
    if (chain !== head.chain) return found({ of: "head", number: head.number, says: "not_readable" }, events);
  }
  const { count, late, isHeadMissing } = await readUncovered(lines, upTo);
  if (isHeadMissing) return found({ of: "head", number: heads + 1, says: "missing" }, events, count);
  if (late !== null) return found({ of: "event", seq: late, says: "added" }, events);
  return found(null, events, count);
}

/**
 * Whether a line notes a restore that explains why an event of this head is not there. What a head covered before the
 * copy was taken is in the copy, so that no restore loses it.
 */
function isLostBy(line: string, head: AuditHead): boolean {
  return (
    fieldOf(line, "action") === "installation.restored" && Date.parse(head.at) >= Date.parse(takenAtOf(line))
  );
}

function takenAtOf(line: string): string {
  const detail = fieldOf(line, "detail");
  return String(typeof detail === "object" && detail !== null ? Reflect.get(detail, "taken_at") : "");
}

function noteLost(restores: AuditRestore[], line: string, seq: number, lost: number): void {
  const last = restores.at(-1);
  if (last?.seq === seq) Object.assign(last, { lost: last.lost + 1, to: lost });
  else restores.push({ seq, takenAt: takenAtOf(line), lost: 1, from: lost, to: lost });
}

type Lines = { next(): Promise<string | undefined>; giveBack(line: string): void };

/** Reads one line after another; undefined at the end. One that was given back is read again. */
function linesOf(exported: AsyncIterable<string> | Iterable<string>): Lines {
  const lines =
    Symbol.asyncIterator in exported ? exported[Symbol.asyncIterator]() : exported[Symbol.iterator]();
  let returned: string | undefined;
  return {
    next: async () => {
      if (returned !== undefined) {
        const line = returned;
        returned = undefined;
        return line;
      }
      const { done, value } = await lines.next();
      return done ? undefined : value;
    },
    giveBack: (line) => {
      returned = line;
    },
  };
}

/** A head is written every hour, over events of some minutes ago; later than this one is missing. */
const HEAD_DUE_MS = 3 * 3_600_000;

/**
 * What no head covers: how many there are, and the first one with a number from before the last head. A head is missing
 * when they are too old for that, by the newest event of the export: whoever takes the last heads away could change all
 * that they covered.
 */
async function readUncovered(lines: Lines, upTo: number) {
  let [first, last]: [string?, string?] = [];
  let count = 0;
  let late: number | null = null;
  for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
    const seq = seqOf(line) ?? 0;
    if (seq <= upTo) late ??= seq;
    first ??= line;
    last = line;
    count += 1;
  }
  return { count, late, isHeadMissing: momentOf(last) - momentOf(first) > HEAD_DUE_MS };
}

/** What stands where event `seq` should: an event that no head knows, a later one, or one from another place. */
async function misplaced(seq: number, shown: number, later: Lines): Promise<AuditFault> {
  if (shown < seq) return { of: "event", seq: shown, says: "added" };
  for (let line = await later.next(); line !== undefined; line = await later.next())
    if (seqOf(line) === seq) return { of: "event", seq, says: "swapped" };
  return { of: "event", seq, says: "missing" };
}

/** How many heads can be read, follow one another and are signed, up to the first one that does not. */
function checkHeads(
  written: Iterable<string>,
  publicKey: string,
): { heads: number; upTo: number; fault: AuditFault | null } {
  let heads = 0;
  let upTo = 0;
  for (const text of written) {
    const number = heads + 1;
    const fault = (says: "not_readable" | "not_signed" | "missing") => ({
      ...{ heads, upTo, fault: { of: "head" as const, number, says } },
    });
    const head = readHead(text);
    if (!head) return fault("not_readable");
    if (head.number !== number) return fault("missing");
    if (!isSignedHead(head, publicKey)) return fault("not_signed");
    heads = number;
    upTo = head.upTo;
  }
  return { heads, upTo, fault: null };
}

/** The heads that were checked before; one that was written meanwhile is none of them. */
function* readHeads(written: Iterable<string>, checked: number): Generator<AuditHead> {
  let read = 0;
  for (const text of written) {
    if (read++ === checked) return;
    yield AuditHead.parse(JSON.parse(text));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldOf(line: string, name: "seq" | "at" | "action" | "detail"): unknown {
  const event = parsed(line);
  return typeof event === "object" && event !== null ? Reflect.get(event, name) : undefined;
}

function seqOf(line: string): number | null {
  const seq = fieldOf(line, "seq");
  return typeof seq === "number" ? seq : null;
}

/** Milliseconds of the event's moment; NaN, with which no comparison holds, where the line says none. */
const momentOf = (line = ""): number => Date.parse(String(fieldOf(line, "at")));
