"use client";

import { createContext } from "react";
import { SectionWords, type SectionWordsProps, useSectionWords } from "@/components/form/form-words";
import type { AccountWords } from "./words";

const Context = createContext<AccountWords | null>(null);

export function AccountWordsProvider(props: SectionWordsProps<AccountWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useAccountWords = () => useSectionWords(Context);
