import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { Handed } from "./handed-code";
import { listWaiting } from "./queue";
import { addWaiting } from "./waiting-store";

/** What became of a question: kept now or before, not kept for want of a person, or of a device that keeps things. */
export type Saved = "saved" | "savedDouble" | "nobodyKeeps" | "notKept";

/** A code that the caja is to be asked about, in letters, and what the phone said of it. */
export type Question = Pick<Handed, "id" | "by"> & { letters: string; verdict: OfflineOutcome };

/**
 * Keeps a question until it can be asked. A code that is scanned again while it waits is the same look-up, also when
 * it is scanned twice in a moment or in two tabs.
 */
export async function keepQuestion(owner: string | null, question: Question): Promise<Saved> {
  if (!owner) return "nobodyKeeps";
  const keep = () => keepOnce(owner, question).catch((): Saved => "notKept");
  const kept = last.then(() => globalThis.navigator?.locks?.request("preguntas", keep) ?? keep());
  last = kept.catch(() => {});
  return kept.catch(() => "notKept");
}

/** One after another, so that each sees what the one before it has kept; locks do the same between tabs. */
let last: Promise<unknown> = Promise.resolve();

async function keepOnce(owner: string, { id, letters, by, verdict }: Question): Promise<Saved> {
  if ((await listWaiting(owner)).some(({ code }) => code === letters)) return "savedDouble";
  const kept = await addWaiting(owner, {
    id: id ?? crypto.randomUUID(),
    code: letters,
    channel: by === "picture" ? "picture" : "scan",
    readAt: new Date().toISOString(),
    said: verdict,
  });
  return kept ? "saved" : "nobodyKeeps";
}
