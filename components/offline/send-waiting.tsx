"use client";

import { useEffect, useState } from "react";
import { listWaiting, removeWaiting } from "./queue";

export type SendWords = Record<"sending" | "sent" | "seeAnswer" | "mustSignIn" | "notSent", string>;

type State = { at: "idle" | "sending" | "notSent" | "mustSignIn" } | { at: "sent"; answers: string[] };

/**
 * Asks for what was read without internet as soon as there is a connection: in the order of reading, each with
 * its own id, so that a reply that got lost is asked for again and not asked anew.
 */
export function SendWaiting({ words }: { words: SendWords }) {
  const [state, setState] = useState<State>({ at: "idle" });

  useEffect(() => {
    let busy = false;
    async function send() {
      if (busy || !navigator.onLine) return;
      busy = true;
      setState(await sendAll(() => setState({ at: "sending" })).catch(() => ({ at: "notSent" as const })));
      busy = false;
    }
    void send();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, []);

  return (
    <div role="status" className={state.at === "idle" ? undefined : "nota-envio"}>
      {state.at === "idle" ? null : <p>{words[state.at]}</p>}
      {state.at === "sent" ? (
        <ol>
          {state.answers.map((id, index) => (
            <li key={id}>
              <a href={`/consultar/r/${id}`}>{words.seeAnswer.replace("{lugar}", String(index + 1))}</a>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

async function sendAll(begin: () => void): Promise<State> {
  const waiting = await listWaiting();
  if (waiting.length === 0) return { at: "idle" };
  begin();
  const answers: string[] = [];
  for (const { id, code, channel } of waiting) {
    const body = new URLSearchParams({ id, code, channel });
    const answer = await fetch("/consultar/pendientes", { method: "POST", body, redirect: "manual" });
    if (answer.status === 401 || answer.type === "opaqueredirect") return { at: "mustSignIn" };
    if (!answer.ok) return { at: "notSent" };
    answers.push(id);
    await removeWaiting(id);
  }
  return { at: "sent", answers };
}
