"use client";

import { type Context, createContext, useContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { FormWords } from "./form-view";

const FormWordsContext = createContext<FormWords | null>(null);

/** Provides the words that every form of a section or page needs. */
export function FormWordsProvider({ words, children }: WordsProps<FormWords>) {
  return <FormWordsContext value={words}>{children}</FormWordsContext>;
}

export const useFormWords = () => useWords(FormWordsContext);

/** The same, for components that are used outside of these providers too, such as export buttons. */
export function useFormWordsIfAny(): Partial<FormWords> {
  return useContext(FormWordsContext) ?? {};
}

/**
 * Provider for a section's layout: every form in it gets the common words, and the section's components read
 * their own with `useWords`.
 */
export function SectionWords<W extends FormWords>({
  context: Section,
  words,
  children,
}: WordsProps<W> & { context: Context<W | null> }) {
  return (
    <FormWordsContext value={words}>
      <Section value={words}>{children}</Section>
    </FormWordsContext>
  );
}
