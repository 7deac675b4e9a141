import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { Handed } from "./handed-code";
import { listWaiting } from "./queue";
import { addWaiting } from "./waiting-store";

/** What became of a question: kept now or before, not kept for want of a person, or of a device that keeps things. */
export type Saved = "saved" | "savedDouble" | "nobodyKeeps" | "notKept";

/** A code that the caja is to be asked about, in letters, and what the phone said of it. */
export type Question = { letters: string; by: Handed["by"]; verdict: OfflineOutcome };

/** Keeps a question until it can be asked. A code that is scanned again while it waits is the same look-up. */
export async function keepQuestion(owner: string | null, { letters, by, verdict }: Question): Promise<Saved> {
  if (!owner) return "nobodyKeeps";
  try {
    if ((await listWaiting(owner)).some(({ code }) => code === letters)) return "savedDouble";
    const channel = by === "picture" ? "picture" : "scan";
    const readAt = new Date().toISOString();
    const kept = await addWaiting(owner, {
      id: crypto.randomUUID(),
      code: letters,
      channel,
      readAt,
      said: verdict,
    });
    return kept ? "saved" : "nobodyKeeps";
  } catch {
    return "notKept";
  }
}
