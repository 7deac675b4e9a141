"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useOwner } from "@/components/form/kept-forms";
import { stripClass } from "@/components/ui/note";
import { counted, useDeferredWords } from "./deferred-words";
import { holdDevice } from "./own-device";
import { type DeferredEntry, listDeferred, removeDeferred, waitsForOthers } from "./queue";
import { type Sending, sendOnce } from "./send-all";
import { sortDeferred } from "./sort-deferred";

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
  const [late, setLate] = useState<DeferredEntry[]>([]);
  const atCounter = usePathname() === COUNTER;
  const Answers = useAnswers(atCounter && late.length > 0);

  useEffect(() => {
    let over = false;
    let timer = 0;
    async function send() {
      window.clearTimeout(timer);
      await holdDevice(owner).catch(() => false);
      const reached = await sendOnce(owner, () => setState("sending"));
      if (over) return;
      setState(reached ?? "idle");
      setLate(await listDeferred(owner).catch(() => []));
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
    setLate(await listDeferred(owner));
  }

  const { taken } = sortDeferred(late);
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
