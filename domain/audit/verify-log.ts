import { AuditHead, chained, emptyChain, isSignedHead, readHead, shortDigestOf } from "./chain";
import { momentOf, seqOf } from "./log-line";
import { type AuditRestore, LostEvents } from "./lost-events";

export type AuditFault =
  | { of: "head"; number: number; says: "not_readable" | "not_signed" | "missing" }
  | { of: "event"; seq: number; says: "changed" | "missing" | "swapped" | "added" | "not_readable" };

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
  const lost = new LostEvents();
  const found = (of: AuditFault | null, events: number, uncovered = 0): AuditCheck => ({
    ...{ heads, events, uncovered, restores: lost.restores, fault: of },
  });
  if (fault) return found(fault, 0);
  const lines = linesOf(exported, (line) => lost.see(line));
  let events = 0;
  let chain = emptyChain;
  /** An event that was missing before is the first fault, unless a restore is noted in what is left of the log. */
  const failed = async (of: AuditFault): Promise<AuditCheck> => {
    while (lost.unexplained && (await lines.next()) !== undefined);
    const gap = lost.unexplained;
    return gap ? found(faultOf(gap), gap.events) : found(of, events);
  };
  for (const head of readHeads(written, heads)) {
    const known = new Set(head.events.map(([, digest]) => digest));
    let isWhole = true;
    for (const [seq, digest] of head.events) {
      const line = await lines.next();
      const about = (says: "changed" | "missing" | "swapped" | "not_readable") =>
        failed({ of: "event", seq, says });
      if (line === undefined) return about("missing");
      const shown = seqOf(line);
      if (shown === null) return about("not_readable");
      if (shown < seq) return failed({ of: "event", seq: shown, says: "added" });
      if (shown > seq) {
        if (!lost.isExplained(seq, head, line) && !lost.wait(seq, head, line, events))
          return about("missing");
        lines.giveBack(line);
        isWhole = false;
        continue;
      }
      const is = shortDigestOf(line);
      if (is !== digest) return about(known.has(is) ? "swapped" : "changed");
      chain = chained(chain, line);
      events += 1;
    }
    // Its chain is made over events that are lost; it is signed, and the next one goes on from it.
    if (!isWhole) chain = head.chain;
    if (chain !== head.chain) return failed({ of: "head", number: head.number, says: "not_readable" });
  }
  const { count, late, isHeadMissing } = await readUncovered(lines, upTo);
  if (lost.unexplained) return found(faultOf(lost.unexplained), lost.unexplained.events);
  if (isHeadMissing) return found({ of: "head", number: heads + 1, says: "missing" }, events, count);
  if (late !== null) return found({ of: "event", seq: late, says: "added" }, events);
  return found(null, events, count);
}

const faultOf = ({ seq, isElsewhere }: { seq: number; isElsewhere: boolean }): AuditFault => ({
  ...{ of: "event", seq, says: isElsewhere ? "swapped" : "missing" },
});

type Lines = { next(): Promise<string | undefined>; giveBack(line: string): void };

/**
 * Reads one line after another; undefined at the end. One that was given back is read again.
 * @param see is told of each line once
 */
function linesOf(exported: AsyncIterable<string> | Iterable<string>, see: (line: string) => void): Lines {
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
      if (done) return undefined;
      see(value);
      return value;
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
