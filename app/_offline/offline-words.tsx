"use client";

import { createContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { OfflineOutcome } from "@/domain/lookup/offline";
import { type DeferredWords, DeferredWordsProvider } from "./deferred-words";

/** Words of the offline page, as finished strings; `{…}` is filled in the browser. */
type OfflineWords = Record<
  | "neverSaved"
  | "serverFails"
  | "keysMissing"
  | "signInForKeys"
  | "nobodyKeeps"
  | "notKept"
  | "lastTitle"
  | "lastWarning"
  | "lastAt"
  | "keysOf"
  | "stale"
  | "ahead"
  | "byPhoneDay"
  | "picture"
  | "valueInCode"
  | "periodInCode"
  | "period"
  | "compare"
  | "saved"
  | "savedDouble"
  | "readAnother"
  | "waitingTitle"
  | "waitingNone"
  | "waitingAt"
  | "online"
  | "goOnline",
  string
> & { verdicts: Record<OfflineOutcome, { heading: string; line: string }>; late: DeferredWords };

const Context = createContext<OfflineWords | null>(null);

/** Provides the words of the offline page and of the deferred answers. */
export function OfflineWordsProvider({ words, children }: WordsProps<OfflineWords>) {
  return (
    <Context value={words}>
      <DeferredWordsProvider words={words.late}>{children}</DeferredWordsProvider>
    </Context>
  );
}

export const useOfflineWords = () => useWords(Context);
