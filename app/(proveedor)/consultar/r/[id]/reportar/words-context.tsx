"use client";

import { createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { ReportWords } from "./words";

const Context = createContext<ReportWords | null>(null);

export function ReportWordsProvider(props: WordsProps<ReportWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useReportWords = () => useWords(Context);
