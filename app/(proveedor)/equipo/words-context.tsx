"use client";

import { createContext } from "react";
import { SectionWords, type SectionWordsProps, useSectionWords } from "@/components/form/form-words";
import type { TeamWords } from "./words";

const Context = createContext<TeamWords | null>(null);

export function TeamWordsProvider(props: SectionWordsProps<TeamWords>) {
  return <SectionWords context={Context} {...props} />;
}

export const useTeamWords = () => useSectionWords(Context);
