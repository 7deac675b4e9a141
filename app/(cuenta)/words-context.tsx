"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { AccountWords } from "./words";

const Context = createContext<AccountWords | null>(null);

export function AccountWordsProvider(props: WordsProps<AccountWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useAccountWords = () => useWords(Context);
