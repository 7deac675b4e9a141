"use client";

import { createContext } from "react";
import { SectionWords, type SectionWordsProps, useSectionWords } from "@/components/form/form-words";
import type { ReportWords } from "./words";

const Context = createContext<ReportWords | null>(null);

export function ReportWordsProvider(props: SectionWordsProps<ReportWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useReportWords = () => useSectionWords(Context);
