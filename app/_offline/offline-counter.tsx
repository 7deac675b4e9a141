"use client";

import { useCallback, useEffect, useState } from "react";
import { useLanguage } from "@/components/layout/language";
import { Scanner } from "@/components/order/scanner/scanner";
import { buttonClass } from "@/components/ui/button";
import { stripClass } from "@/components/ui/note";
import { isStale, type OfflineOutcome } from "@/domain/lookup/offline";
import { mayBeOurs } from "@/domain/lookup/scanned-text";
import { dayAndTime } from "@/lib/format/date";
import { DeferredAnswers } from "./deferred-answers";
import { takeHandedCode } from "./handed-code";
import { OfflineVerdict } from "./offline-verdict";
import { useOfflineWords } from "./offline-words";
import {
  addWaiting,
  type DeferredEntry,
  listDeferred,
  listWaiting,
  removeDeferred,
  type Waiting,
} from "./queue";
import { type OfflineAnswer, readOffline } from "./read-offline";
import { readTrust, type Trust } from "./trust";

type Shown = { answer: OfflineAnswer; fromPicture: boolean; saved: "saved" | "savedDouble" | null };

const isOurs = (text: string) => mayBeOurs(text, window.location.origin);

/** The counter without internet: reads a code, says what the phone can know, keeps the question. */
export function OfflineCounter() {
  const [trust, setTrust] = useState<Trust | null>(null);
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [late, setLate] = useState<DeferredEntry[]>([]);
  const [shown, setShown] = useState<Shown | null>(null);
  const online = useOnline();
  const language = useLanguage();
  const words = useOfflineWords();

  useEffect(() => {
    void readTrust().then(setTrust);
    void listWaiting().then(setWaiting);
    void listDeferred().then(setLate);
  }, []);

  const read = useCallback(
    async (text: string, by: "camera" | "picture") => {
      if (!trust) return;
      const answer = await readOffline(text, trust, new Date());
      const saved = answer.letters ? await keepQuestion(answer.letters, by, answer.outcome) : null;
      setShown({ answer, fromPicture: by === "picture", saved });
      setWaiting(await listWaiting());
    },
    [trust],
  );

  useEffect(() => {
    const handed = trust ? takeHandedCode() : null;
    if (handed) void read(handed.text, handed.by);
  }, [trust, read]);

  return (
    <>
      {online ? (
        <p className={stripClass} role="status">
          {words.online} <a href="/consultar">{words.goOnline}</a>
        </p>
      ) : null}
      {trust ? <TrustAge trust={trust} /> : null}
      {shown ? (
        <>
          <OfflineVerdict answer={shown.answer} fromPicture={shown.fromPicture} />
          {shown.saved ? <p>{words[shown.saved]}</p> : null}
          <button type="button" className={buttonClass("outline")} onClick={() => setShown(null)}>
            {words.readAnother}
          </button>
        </>
      ) : trust && trust.keys.length > 0 ? (
        <Scanner isOurs={isOurs} onRead={read} sending={false} leaveHref="/sin-conexion" canType={false} />
      ) : null}
      <section aria-labelledby="por-confirmar">
        <h2 id="por-confirmar">{words.waitingTitle}</h2>
        {waiting.length === 0 ? (
          <p>{words.waitingNone}</p>
        ) : (
          <ol>
            {waiting.map(({ id, readAt }) => (
              <li key={id} className="tabular-nums lining-nums">
                {words.waitingAt.replace("{cuando}", dayAndTime(new Date(readAt), new Date(), language))}
              </li>
            ))}
          </ol>
        )}
      </section>
      <DeferredAnswers
        answers={late}
        linked={online}
        onUnderstood={(ids) => void removeDeferred(ids).then(listDeferred).then(setLate)}
      />
    </>
  );
}

function TrustAge({ trust }: { trust: Trust }) {
  const language = useLanguage();
  const words = useOfflineWords();
  if (trust.keys.length === 0 || !trust.listedAt)
    return (
      <p className="rounded-field border-2 border-l-8 border-ink bg-sheet px-4 py-[0.6rem] font-bold">
        {words.neverSaved}
      </p>
    );
  return (
    <p className="text-hint text-ink-soft tabular-nums lining-nums">
      {words.keysOf.replace("{cuando}", dayAndTime(trust.listedAt, new Date(), language))}{" "}
      {isStale(trust.listedAt, new Date()) ? <b>{words.stale}</b> : null}
    </p>
  );
}

/** The same code read twice while it waits is one question. */
async function keepQuestion(
  letters: string,
  by: "camera" | "picture",
  said: OfflineOutcome,
): Promise<"saved" | "savedDouble"> {
  if ((await listWaiting()).some(({ code }) => code === letters)) return "savedDouble";
  const channel = by === "picture" ? "picture" : "scan";
  const readAt = new Date().toISOString();
  await addWaiting({ id: crypto.randomUUID(), code: letters, channel, readAt, said });
  return "saved";
}

const ASK_AGAIN_MS = 10_000;

/** Whether the caja's server answers; a phone that says "online" may still reach nobody. */
function useOnline(): boolean {
  const [online, setOnline] = useState(false);
  useEffect(() => {
    let over = false;
    async function look() {
      const answer = navigator.onLine
        ? await fetch("/api/health", { cache: "no-store" }).catch(() => null)
        : null;
      if (!over) setOnline(answer?.ok ?? false);
    }
    void look();
    const timer = window.setInterval(look, ASK_AGAIN_MS);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      over = true;
      window.clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}
