"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { TeamWords } from "./words";

const Context = createContext<TeamWords | null>(null);

export function TeamWordsProvider(props: WordsProps<TeamWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useTeamWords = () => useWords(Context);
