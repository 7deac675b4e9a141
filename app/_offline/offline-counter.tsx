"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLanguage } from "@/components/layout/language";
import { Scanner } from "@/components/order/scanner/scanner";
import { useCodeReader } from "@/components/order/scanner/use-code-reader";
import { buttonClass } from "@/components/ui/button";
import { stripClass } from "@/components/ui/note";
import { listAge } from "@/domain/lookup/offline";
import { mayBeOurs } from "@/domain/lookup/scanned-text";
import { dayAndTime } from "@/lib/format/date";
import { DeferredAnswers } from "./deferred-answers";
import { useDeferredWords } from "./deferred-words";
import { type Handed, takeHandedCodes } from "./handed-code";
import { keepQuestion, type Question, type Saved } from "./keep-question";
import { LastAnswers } from "./last-answers";
import { OfflineVerdict } from "./offline-verdict";
import { useOfflineWords } from "./offline-words";
import { OneByOne } from "./one-by-one";
import { giveUseBack, noteUse, takeUse } from "./page-use";
import { removeDeferred } from "./queue";
import { type OfflineAnswer, readOffline } from "./read-offline";
import { sendOnce } from "./send-all";
import { readTrust, type Trust } from "./trust";
import { useOnline } from "./use-online";
import { useOwnEntries } from "./use-own-entries";

type Shown = { answer: OfflineAnswer; fromPicture: boolean; saved: Saved | null };

const TRY_AGAIN_MS = 10_000;
const ASK_AGAIN_MS = 15_000;

/** What is not kept stays said; what is kept needs no words once it was asked. */
const isKept: Record<Saved, boolean> = { saved: true, savedDouble: true, nobodyKeeps: false, notKept: false };

const isOurs = (text: string) => mayBeOurs(text, window.location.origin);
/** A pasted picture is read by the scanner. */
const leavePicture = () => {};

/** The counter offline: scans a code, says what the phone can know, and stores the look-up. */
export function OfflineCounter() {
  const [trust, setTrust] = useState<Trust | null>(null);
  // What is read before the keys are there, or before it is known whose device this is, waits here.
  const [reads] = useState(() => new OneByOne<Handed>());
  const [questions] = useState(() => new OneByOne<Question>());
  const [shown, setShown] = useState<Shown | null>(null);
  const online = useOnline();
  const { owner, waiting, late, last, others, reload } = useOwnEntries(online);
  const language = useLanguage();
  const words = useOfflineWords();
  const { othersWait } = useDeferredWords();
  const noForm = useRef<HTMLFormElement>(null);

  // Retries by itself until it has what it needs to check a code, and takes the newest once there is a line.
  const isReady = trust !== null && trust.missing === null;
  const isOnline = useRef(online);
  useEffect(() => {
    isOnline.current = online;
  }, [online]);
  const loading = useRef<Promise<void> | null>(null);
  // One at a time: what an answer says decides whether the list is asked for again.
  const load = useCallback(() => {
    loading.current ??= readTrust(isOnline.current !== true || takeUse("list"))
      .then(setTrust)
      .finally(() => {
        loading.current = null;
      });
  }, []);
  useEffect(() => {
    if (isReady) return;
    load();
    const timer = window.setInterval(load, TRY_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [isReady, load]);
  useEffect(() => {
    if (online) void (loading.current ?? Promise.resolve()).then(load);
  }, [online, load]);

  const onRead = useCallback((text: string, by: Handed["by"]) => reads.add({ text, by }), [reads]);
  const onCode = useCallback((text: string) => onRead(text, "keyboard"), [onRead]);
  useCodeReader(noForm, { onCode, onPicture: leavePicture });
  // They were read before all that this page has read.
  useEffect(() => {
    if (trust) reads.addFirst(...takeHandedCodes());
  }, [reads, trust]);

  // The verdict is shown first: it needs neither a person nor a device that can keep the question.
  useEffect(() => {
    async function judge({ id, text, by }: Handed) {
      if (!trust) return;
      const answer = await readOffline(text, trust, new Date());
      setShown({ answer, fromPicture: by === "picture", saved: null });
      const { letters, outcome } = answer;
      if (letters) questions.add({ id, letters, by, verdict: outcome });
    }
    reads.serve(trust && judge);
  }, [reads, questions, trust]);

  useEffect(() => {
    async function keep(question: Question) {
      const saved = await keepQuestion(owner ?? null, question);
      noteUse();
      setShown((now) => (now?.answer.letters === question.letters ? { ...now, saved } : now));
      reload();
    }
    questions.serve(owner === undefined ? null : keep);
  }, [questions, owner, reload]);

  // What waits is asked here too, as the page says, and not only once the person opens another one.
  const asks = online === true && typeof owner === "string" && waiting.length > 0;
  useEffect(() => {
    if (!asks || !owner) return;
    async function ask(who: string) {
      // Whoever is signed in now is somebody else, or nobody.
      if ((await sendOnce(who, () => {})) === "mustSignIn") giveUseBack("owner");
      reload();
    }
    void ask(owner);
    const timer = window.setInterval(() => void ask(owner), ASK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [asks, owner, reload]);

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
          <p role="status" className="empty:hidden">
            {shown.saved && (asks || online !== true || !isKept[shown.saved]) ? words[shown.saved] : ""}
          </p>
          <button type="button" className={buttonClass("outline")} onClick={() => setShown(null)}>
            {words.readAnother}
          </button>
        </>
      ) : trust && trust.keys.length > 0 ? (
        <Scanner isOurs={isOurs} onRead={onRead} sending={false} />
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
    const why = {
      line: words.neverSaved,
      server: words.serverFails,
      keys: words.keysMissing,
      session: words.signInForKeys,
    };
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
  const age = listAge(trust.listedAt, new Date());
  return (
    <p className="text-hint text-ink-soft tabular-nums lining-nums">
      {words.keysOf.replace("{cuando}", dayAndTime(trust.listedAt, new Date(), language))}{" "}
      {age === "fresh" ? null : <b>{words[age]}</b>}
    </p>
  );
}
