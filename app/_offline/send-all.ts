import type { DeferredAnswer } from "@/model/verdict";
import { giveUseBack, takeUse } from "./page-use";
import { listWaiting, type Waiting } from "./queue";
import { answerWaiting } from "./waiting-store";

export type Sending = "idle" | "sending" | "notSent" | "mustSignIn";

/** A slow line has its answer by then, and a dead one does not hold the lock that all tabs share. */
const ANSWER_WITHIN_MS = 30_000;

/**
 * Sends all look-ups that this person scanned offline, in order of scanning; those in a pause of the rate limit are
 * left for later. One tab at a time: the next one finds nothing left. Null without locks, in a very old browser.
 * It may be called again and again: the server is asked once for each use of the page, and until it was reached.
 * @param begin called once there is something to send
 */
export async function sendOnce(owner: string, begin: () => void): Promise<Sending | null> {
  const sent = navigator.locks?.request("pendientes", () => sendAll(owner, begin));
  return (await sent?.catch(() => "notSent" as const)) ?? null;
}

/** The server refuses them while somebody else is signed in. */
async function sendAll(owner: string, begin: () => void): Promise<Sending> {
  const waiting = await listWaiting(owner);
  if (waiting.length === 0 || !navigator.onLine) return "idle";
  const due = waiting.filter(({ id }) => !isPaused(id));
  if (due.length > 0) {
    if (!takeUse("waiting")) return "notSent";
    begin();
  }
  for (const question of due) {
    const answer = await send(owner, question).catch(() => null);
    if (!answer) {
      giveUseBack("waiting");
      return "notSent";
    }
    if ([401, 409].includes(answer.status) || answer.type === "opaqueredirect") return "mustSignIn";
    if (answer.status === 429) pause(question.id, answer);
    // One that cannot be sent must be scanned again; it does not block the ones behind it.
    else if (answer.status === 400) await answerWaiting(owner, question, "waiting");
    else if (!answer.ok) return "notSent";
    else await answerWaiting(owner, question, ((await answer.json()) as { answer: DeferredAnswer }).answer);
  }
  return waiting.some(({ id }) => pauses.has(id)) ? "notSent" : "idle";
}

/** The id is an idempotency key: one whose answer was given up is sent again as the same look-up. */
function send(owner: string, { id, code, channel }: Waiting): Promise<Response> {
  const body = new URLSearchParams({ id, code, channel, owner });
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return fetch("/consultar/pendientes", { method: "POST", body, redirect: "manual", signal });
}

/** Look-ups in a pause of the rate limit, from when to when. */
const pauses = new Map<string, { from: number; until: number }>();

function pause(id: string, answer: Response): void {
  const from = Date.now();
  pauses.set(id, { from, until: from + Number(answer.headers.get("retry-after") ?? 60) * 1000 });
}

/** A clock that was set back ends a pause. */
function isPaused(id: string): boolean {
  const { from, until } = pauses.get(id) ?? { from: 0, until: 0 };
  const isNow = from <= Date.now() && Date.now() < until;
  if (!isNow) pauses.delete(id);
  return isNow;
}
