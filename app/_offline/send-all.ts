import type { DeferredAnswer } from "@/model/verdict";
import { answerWaiting, listWaiting } from "./queue";

export type Sending = "idle" | "sending" | "notSent" | "mustSignIn";

/** The same for one tab at a time: the next one finds nothing left. Null without locks, in a very old browser. */
export async function sendOnce(owner: string, begin: () => void): Promise<Sending | null> {
  const sent = navigator.locks?.request("pendientes", () => sendAll(owner, begin));
  return (await sent?.catch(() => "notSent" as const)) ?? null;
}

/**
 * Sends all look-ups that this person scanned offline, in order of scanning. The server refuses them while
 * somebody else is signed in.
 * @param begin called once there is something to send
 */
export async function sendAll(owner: string, begin: () => void): Promise<Sending> {
  const waiting = await listWaiting(owner);
  if (waiting.length === 0 || !navigator.onLine) return "idle";
  begin();
  for (const question of waiting) {
    const { id, code, channel } = question;
    const body = new URLSearchParams({ id, code, channel, owner });
    const answer = await fetch("/consultar/pendientes", { method: "POST", body, redirect: "manual" });
    if ([401, 409].includes(answer.status) || answer.type === "opaqueredirect") return "mustSignIn";
    // One that cannot be sent must be scanned again; it does not block the ones behind it.
    if (answer.status === 400) await answerWaiting(owner, question, "waiting");
    else if (!answer.ok) return "notSent";
    else await answerWaiting(owner, question, ((await answer.json()) as { answer: DeferredAnswer }).answer);
  }
  return "idle";
}
