"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { CounterWords } from "./words";

const Context = createContext<CounterWords | null>(null);

export function CounterWordsProvider(props: WordsProps<CounterWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useCounterWords = () => useWords(Context);
