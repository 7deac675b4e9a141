"use client";

import { createContext } from "react";
import { SectionWords, type SectionWordsProps, useSectionWords } from "@/components/form/form-words";
import type { CounterWords } from "./words";

const Context = createContext<CounterWords | null>(null);

export function CounterWordsProvider(props: SectionWordsProps<CounterWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useCounterWords = () => useSectionWords(Context);
