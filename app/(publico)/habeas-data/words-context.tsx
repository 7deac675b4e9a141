"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { RightsWords } from "./words";

const RightsWordsContext = createContext<RightsWords | null>(null);

export function RightsWordsProvider(props: WordsProps<RightsWords>) {
  return <SectionWords<RightsWords> context={RightsWordsContext} {...props} />;
}

export const useRightsWords = () => useWords(RightsWordsContext);
