"use client";

import { type Context, createContext } from "react";
import { SectionWords } from "@/components/form/form-words";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { AdminWords } from "./words";

type Section = keyof AdminWords;

const contexts: { [S in Section]: Context<AdminWords[S] | null> } = {
  settings: createContext<AdminWords["settings"] | null>(null),
  kinds: createContext<AdminWords["kinds"] | null>(null),
  applications: createContext<AdminWords["applications"] | null>(null),
  settlement: createContext<AdminWords["settlement"] | null>(null),
  reports: createContext<AdminWords["reports"] | null>(null),
  orders: createContext<AdminWords["orders"] | null>(null),
  providers: createContext<AdminWords["providers"] | null>(null),
  requests: createContext<AdminWords["requests"] | null>(null),
  notices: createContext<AdminWords["notices"] | null>(null),
  people: createContext<AdminWords["people"] | null>(null),
  agreements: createContext<AdminWords["agreements"] | null>(null),
  incidents: createContext<AdminWords["incidents"] | null>(null),
  rights: createContext<AdminWords["rights"] | null>(null),
};

export function AdminWordsProvider<S extends Section>({
  section,
  ...props
}: { section: S } & WordsProps<AdminWords[S]>) {
  return <SectionWords<AdminWords[S]> context={contexts[section]} {...props} />;
}

/** The words of one section of the desk. */
export const useAdminWords = <S extends Section>(section: S) => useWords<AdminWords[S]>(contexts[section]);
