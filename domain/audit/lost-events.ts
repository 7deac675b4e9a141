import type { AuditHead } from "./chain";
import { momentOf, seqOf, takenAtOf } from "./log-line";

/** A restore that the log itself notes, and the events of after its copy, which heads know and the log has no more. */
export type AuditRestore = { seq: number; takenAt: string; lost: number; from: number; to: number };

/** No transaction lasts so long (audit_settling_window() in SQL). */
const SETTLING_MS = 10 * 60_000;
/** More than the database has connections, so than can be written at one moment. */
const MOST_GAPS = 1_000;

/** An event that is missing, and for which a restore may be noted further on. */
type Gap = {
  seq: number;
  /** When its head was written. */
  coveredAt: number;
  /** When the event happened that stands where this one should. */
  nextAt: number;
  /** How many events were right before it. */
  events: number;
  isElsewhere: boolean;
};

/** The events that heads know and the log has no more, and the restores that lost them. */
export class LostEvents {
  readonly restores: AuditRestore[] = [];
  #gaps: Gap[] = [];

  /** The first event that is missing and that no restore which was seen so far has lost. */
  get unexplained(): Gap | undefined {
    return this.#gaps[0];
  }

  /** Whether `line`, which stands where event `seq` of this head should, notes the restore that lost it. */
  isExplained(seq: number, head: AuditHead, line: string): boolean {
    const takenAt = takenAtOf(line);
    // What a head covered before the copy was taken is in the copy, so that no restore loses it.
    if (takenAt === null || !(Date.parse(head.at) >= Date.parse(takenAt))) return false;
    this.#note(line, takenAt, seq);
    return true;
  }

  /**
   * Keeps in mind that event `seq` of this head is missing before `line`. A copy lacks what was being written while it
   * was taken, although it has events with higher numbers, and its restore is noted behind those.
   * @returns false when that are too many
   */
  wait(seq: number, head: AuditHead, line: string, events: number): boolean {
    const [coveredAt, nextAt] = [Date.parse(head.at), momentOf(line)];
    this.#gaps.push({ seq, coveredAt, nextAt, events, isElsewhere: false });
    return this.#gaps.length <= MOST_GAPS;
  }

  /** Takes notice of each line of the log, once. */
  see(line: string): void {
    if (this.#gaps.length === 0) return;
    const seq = seqOf(line);
    const elsewhere = this.#gaps.find((gap) => gap.seq === seq);
    if (elsewhere) elsewhere.isElsewhere = true;
    const takenAt = takenAtOf(line);
    if (takenAt === null) return;
    const end = Date.parse(takenAt);
    this.#gaps = this.#gaps.filter((gap) => {
      const isLost = gap.coveredAt >= end && gap.nextAt >= end - SETTLING_MS;
      if (isLost) this.#note(line, takenAt, gap.seq);
      return !isLost;
    });
  }

  #note(line: string, takenAt: string, lost: number): void {
    const seq = seqOf(line) ?? 0;
    const last = this.restores.at(-1);
    if (last?.seq === seq) Object.assign(last, { lost: last.lost + 1, to: lost });
    else this.restores.push({ seq, takenAt, lost: 1, from: lost, to: lost });
  }
}
