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
import { useDeferredWords } from "./deferred-words";
import { takeHandedCode } from "./handed-code";
import { LastAnswers } from "./last-answers";
import { OfflineVerdict } from "./offline-verdict";
import { useOfflineWords } from "./offline-words";
import { listWaiting, removeDeferred } from "./queue";
import { type OfflineAnswer, readOffline } from "./read-offline";
import { sendOnce } from "./send-all";
import { readTrust, type Trust } from "./trust";
import { useOnline } from "./use-online";
import { useOwnEntries } from "./use-own-entries";
import { addWaiting } from "./waiting-store";

type Saved = "saved" | "savedDouble" | "nobodyKeeps";
type Shown = { answer: OfflineAnswer; fromPicture: boolean; saved: Saved | null };

const TRY_AGAIN_MS = 10_000;
const ASK_AGAIN_MS = 15_000;

const isOurs = (text: string) => mayBeOurs(text, window.location.origin);

/** The counter offline: scans a code, says what the phone can know, and stores the look-up. */
export function OfflineCounter() {
  const [trust, setTrust] = useState<Trust | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const online = useOnline();
  const { owner, waiting, late, last, others, reload } = useOwnEntries(online);
  const language = useLanguage();
  const words = useOfflineWords();
  const { othersWait } = useDeferredWords();

  // Retries by itself until it has what it needs to check a code.
  const isReady = trust !== null && trust.missing === null;
  useEffect(() => {
    if (isReady) return;
    const load = () => void readTrust().then(setTrust);
    load();
    const timer = window.setInterval(load, TRY_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [isReady]);

  const read = useCallback(
    async (text: string, by: "camera" | "picture") => {
      if (!trust) return;
      const answer = await readOffline(text, trust, new Date());
      const saved = answer.letters ? await keepQuestion(owner, answer.letters, by, answer.outcome) : null;
      setShown({ answer, fromPicture: by === "picture", saved });
      reload();
    },
    [trust, owner, reload],
  );

  // What waits is asked here too, as the page says, and not only once the person opens another one.
  const asks = online === true && typeof owner === "string" && waiting.length > 0;
  useEffect(() => {
    if (!asks || !owner) return;
    const ask = () => void sendOnce(owner, () => {}).then(reload);
    ask();
    const timer = window.setInterval(ask, ASK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [asks, owner, reload]);

  useEffect(() => {
    const handed = trust && owner !== undefined ? takeHandedCode() : null;
    if (handed) void read(handed.text, handed.by);
  }, [trust, owner, read]);

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
          {shown.saved && (asks || online !== true) ? <p>{words[shown.saved]}</p> : null}
          <button type="button" className={buttonClass("outline")} onClick={() => setShown(null)}>
            {words.readAnother}
          </button>
        </>
      ) : trust && trust.keys.length > 0 ? (
        <Scanner isOurs={isOurs} onRead={read} sending={false} />
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
      {others ? <p className={stripClass}>{othersWait}</p> : null}
      <DeferredAnswers
        answers={late}
        linked={online === true}
        onUnderstood={(ids) => void removeDeferred(owner ?? "", ids).then(reload)}
      />
      <LastAnswers answers={last} />
    </>
  );
}

function TrustAge({ trust }: { trust: Trust }) {
  const language = useLanguage();
  const words = useOfflineWords();
  if (trust.missing || !trust.listedAt) {
    const why = { line: words.neverSaved, keys: words.keysMissing, session: words.signInForKeys };
    return (
      <p
        className="rounded-field border-2 border-l-8 border-ink bg-sheet px-4 py-[0.6rem] font-bold"
        role="status"
        data-missing={trust.missing}
      >
        {why[trust.missing ?? "keys"]}
      </p>
    );
  }
  return (
    <p className="text-hint text-ink-soft tabular-nums lining-nums">
      {words.keysOf.replace("{cuando}", dayAndTime(trust.listedAt, new Date(), language))}{" "}
      {isStale(trust.listedAt, new Date()) ? <b>{words.stale}</b> : null}
    </p>
  );
}

/** A code that is scanned again while it waits is the same look-up. */
async function keepQuestion(
  owner: string | null | undefined,
  letters: string,
  by: "camera" | "picture",
  said: OfflineOutcome,
): Promise<Saved> {
  if (!owner) return "nobodyKeeps";
  if ((await listWaiting(owner)).some(({ code }) => code === letters)) return "savedDouble";
  const channel = by === "picture" ? "picture" : "scan";
  const readAt = new Date().toISOString();
  const kept = await addWaiting(owner, { id: crypto.randomUUID(), code: letters, channel, readAt, said });
  return kept ? "saved" : "nobodyKeeps";
}
