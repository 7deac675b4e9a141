"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { RequestWords } from "./request-words";

const Context = createContext<RequestWords | null>(null);

export function RequestWordsProvider(props: WordsProps<RequestWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useRequestWords = () => useWords(Context);
