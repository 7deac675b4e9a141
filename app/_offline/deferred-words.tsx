"use client";

import { createContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { DeferredAnswer } from "@/model/verdict";

/** Words for sending offline scans and for their answers, as finished strings; `{…}` is filled in the browser. */
export type DeferredWords = Record<
  | "sending"
  | "mustSignIn"
  | "notSent"
  | "attentionOne"
  | "attentionMany"
  | "attentionWhy"
  | "settledOne"
  | "settledMany"
  | "wasPicture"
  | "stillCurrent"
  | "readAt"
  | "seeAnswer"
  | "understood"
  | "understoodAll"
  | "lookAtThem"
  | "othersWait",
  string
> & { answers: Record<DeferredAnswer, { heading: string; todo: string }> };

const Context = createContext<DeferredWords | null>(null);

/** Provides these words. */
export function DeferredWordsProvider({ words, children }: WordsProps<DeferredWords>) {
  return <Context value={words}>{children}</Context>;
}

export const useDeferredWords = () => useWords(Context);

/** "2 códigos …" */
export function counted(one: string, many: string, n: number): string {
  return n === 1 ? one : many.replace("{n}", String(n));
}
