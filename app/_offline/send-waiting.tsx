"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { stripClass } from "@/components/ui/note";
import type { DeferredAnswer } from "@/model/verdict";
import { counted, useDeferredWords } from "./deferred-words";
import { answerWaiting, type DeferredEntry, listDeferred, listWaiting, removeDeferred } from "./queue";
import { sortDeferred } from "./sort-deferred";

type State = "idle" | "sending" | "notSent" | "mustSignIn";

const TRY_AGAIN_MS = 15_000;
const COUNTER = "/consultar";

/**
 * Asks for what was read without internet as soon as there is a connection: in the order of reading, each with
 * its own id, so that a reply that got lost is asked for again and not asked anew. Then shows the answers: whole
 * at the counter, in one line elsewhere, so that no other order's answer stands under them.
 */
export function SendWaiting() {
  const words = useDeferredWords();
  const [state, setState] = useState<State>("idle");
  const [late, setLate] = useState<DeferredEntry[]>([]);
  const atCounter = usePathname() === COUNTER;
  const Answers = useAnswers(atCounter && late.length > 0);

  useEffect(() => {
    let over = false;
    let timer = 0;
    async function send() {
      window.clearTimeout(timer);
      // One tab at a time: the second one finds nothing left to ask.
      const reached = await navigator.locks
        ?.request("pendientes", () => sendAll(() => setState("sending")))
        .catch(() => "notSent" as const);
      if (over) return;
      setState(reached ?? "idle");
      setLate(await listDeferred().catch(() => []));
      if (reached === "notSent" && !over) timer = window.setTimeout(send, TRY_AGAIN_MS);
    }
    void send();
    window.addEventListener("online", send);
    return () => {
      over = true;
      window.clearTimeout(timer);
      window.removeEventListener("online", send);
    };
  }, []);

  async function understand(ids: readonly string[]) {
    await removeDeferred(ids);
    setLate(await listDeferred());
  }

  const { taken } = sortDeferred(late);
  const summary = taken.length > 0 ? counted(words.attentionOne, words.attentionMany, taken.length) : "";
  return (
    <>
      <div role="status" className={state === "idle" ? "sr-only" : stripClass}>
        <p>{state === "idle" ? summary : words[state]}</p>
      </div>
      {late.length === 0 ? null : atCounter ? (
        Answers ? (
          <div className="mx-auto max-w-[40rem] px-4 pt-4">
            <Answers answers={late} linked onUnderstood={understand} />
          </div>
        ) : null
      ) : taken.length > 0 ? (
        <p className={stripClass}>
          {summary}. <a href={COUNTER}>{words.lookAtThem}</a>
        </p>
      ) : null}
    </>
  );
}

type Answers = typeof import("./deferred-answers").DeferredAnswers;

/** The list of answers, fetched once there is one to show: most days a counter reads no code without internet. */
function useAnswers(shown: boolean): Answers | null {
  const [answers, setAnswers] = useState<Answers | null>(null);
  useEffect(() => {
    if (!shown) return;
    const load = () =>
      import("./deferred-answers").then(
        ({ DeferredAnswers }) => setAnswers(() => DeferredAnswers),
        () => {}, // Without internet again; the answers stay on the device until it is back.
      );
    void load();
    window.addEventListener("online", load);
    return () => window.removeEventListener("online", load);
  }, [shown]);
  return answers;
}

async function sendAll(begin: () => void): Promise<State> {
  const waiting = await listWaiting();
  if (waiting.length === 0 || !navigator.onLine) return "idle";
  begin();
  for (const question of waiting) {
    const { id, code, channel } = question;
    const body = new URLSearchParams({ id, code, channel });
    const answer = await fetch("/consultar/pendientes", { method: "POST", body, redirect: "manual" });
    if (answer.status === 401 || answer.type === "opaqueredirect") return "mustSignIn";
    // What cannot be asked is read again: it does not hold up the ones behind it.
    if (answer.status === 400) await answerWaiting(question, "waiting");
    else if (!answer.ok) return "notSent";
    else await answerWaiting(question, ((await answer.json()) as { answer: DeferredAnswer }).answer);
  }
  return "idle";
}
