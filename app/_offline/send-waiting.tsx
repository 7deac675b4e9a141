"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useOwner } from "@/components/form/kept-forms";
import { stripClass } from "@/components/ui/note";
import { counted, useDeferredWords } from "./deferred-words";
import { holdDevice } from "./own-device";
import { takeUse } from "./page-use";
import { type DeferredEntry, listDeferred, listWaiting, removeDeferred, waitsForOthers } from "./queue";
import type { Sending } from "./send-all";

const TRY_AGAIN_MS = 15_000;
const COUNTER = "/consultar";

/**
 * Sends offline scans as soon as there is a connection, in order of scanning. Each has its own id, so that a
 * retry after a lost reply is no new look-up. Then shows the answers: in full at the counter, in one line
 * elsewhere, so that they do not mix with another order's answer.
 */
export function SendWaiting() {
  const words = useDeferredWords();
  const owner = useOwner();
  const [state, setState] = useState<Sending>("idle");
  const [others, setOthers] = useState(false);
  const [{ late, taken }, setLate] = useState(nothing);
  const atCounter = usePathname() === COUNTER;
  const Answers = useAnswers(atCounter && late.length > 0);

  useEffect(() => {
    let over = false;
    let timer = 0;
    async function send() {
      window.clearTimeout(timer);
      if (takeUse("device")) await holdDevice(owner).catch(() => false);
      const reached = await sendWaiting(owner, () => setState("sending")).catch((): Sending => "notSent");
      if (over) return;
      setState(reached ?? "idle");
      setLate(await answered(owner).catch(() => nothing));
      setOthers(await waitsForOthers(owner).catch(() => false));
      if (reached === "notSent" && !over) timer = window.setTimeout(send, TRY_AGAIN_MS);
    }
    void send();
    window.addEventListener("online", send);
    return () => {
      over = true;
      window.clearTimeout(timer);
      window.removeEventListener("online", send);
    };
  }, [owner]);

  async function understand(ids: readonly string[]) {
    await removeDeferred(owner, ids);
    setLate(await answered(owner));
  }

  const summary = taken.length > 0 ? counted(words.attentionOne, words.attentionMany, taken.length) : "";
  const waitsForSomebody = others && atCounter;
  return (
    <>
      <div role="status" className={state === "idle" && !waitsForSomebody ? "sr-only" : stripClass}>
        <p>{state === "idle" ? summary : words[state]}</p>
        {waitsForSomebody ? <p>{words.othersWait}</p> : null}
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

/** The part that sends is loaded only when something waits, because most days a counter scans nothing offline. */
async function sendWaiting(owner: string, begin: () => void): Promise<Sending | null> {
  if (!navigator.onLine || (await listWaiting(owner)).length === 0) return "idle";
  return (await import("./send-all")).sendOnce(owner, begin);
}

type Answered = { late: DeferredEntry[]; taken: DeferredEntry[] };
const nothing: Answered = { late: [], taken: [] };

/** The answers on this device, and those that contradict what the phone said. Sorted by what is loaded when there are any. */
async function answered(owner: string): Promise<Answered> {
  const late = await listDeferred(owner);
  if (late.length === 0) return nothing;
  const { sortDeferred } = await import("./sort-deferred");
  return { late, taken: sortDeferred(late).taken };
}

type Answers = typeof import("./deferred-answers").DeferredAnswers;

/** Loaded only when there are answers to show, because most days a counter scans nothing offline. */
function useAnswers(shown: boolean): Answers | null {
  const [answers, setAnswers] = useState<Answers | null>(null);
  useEffect(() => {
    if (!shown) return;
    const load = () =>
      import("./deferred-answers").then(
        ({ DeferredAnswers }) => setAnswers(() => DeferredAnswers),
        () => {}, // Offline again; the answers stay on the device.
      );
    void load();
    window.addEventListener("online", load);
    return () => window.removeEventListener("online", load);
  }, [shown]);
  return answers;
}
