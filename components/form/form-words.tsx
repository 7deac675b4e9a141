"use client";

import { type Context, createContext, useContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";
import type { FormWords } from "./form-view";

const FormWordsContext = createContext<FormWords | null>(null);

/** Gives the forms of a section or a page the words that each of them needs. */
export function FormWordsProvider({ words, children }: WordsProps<FormWords>) {
  return <FormWordsContext value={words}>{children}</FormWordsContext>;
}

export const useFormWords = () => useWords(FormWordsContext);

/** The same for what also stands outside of forms with words, as a button does that sends a list's filters. */
export function useFormWordsIfAny(): Partial<FormWords> {
  return useContext(FormWordsContext) ?? {};
}

/**
 * The words of one section for its layout: every form in it gets what it needs, and the section's own forms and
 * fields read theirs with `useWords`.
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
