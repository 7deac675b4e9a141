"use client";

import { createContext } from "react";
import { SectionWords, type SectionWordsProps, useSectionWords } from "@/components/form/form-words";
import type { RequestWords } from "./request-words";

const Context = createContext<RequestWords | null>(null);

export function RequestWordsProvider(props: SectionWordsProps<RequestWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useRequestWords = () => useSectionWords(Context);
