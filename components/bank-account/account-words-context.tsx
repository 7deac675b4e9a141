"use client";

import { createContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";

type Choice = { value: string; label: string };
type AccountWords = Readonly<
  Record<"heading" | "text" | "bank" | "bankEmpty" | "kind" | "kindEmpty" | "number" | "numberHint", string>
> & { banks: Choice[]; kinds: Choice[] };

const Context = createContext<AccountWords | null>(null);

/** Provides what the fields of an account say. */
export function AccountWordsProvider({ words, children }: WordsProps<AccountWords>) {
  return <Context value={words}>{children}</Context>;
}

export const useAccountWords = () => useWords(Context);
