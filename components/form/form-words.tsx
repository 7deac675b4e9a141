"use client";

import { type Context, createContext, type ReactNode, useContext } from "react";
import type { FormWords } from "./form-view";

const FormWordsContext = createContext<FormWords | null>(null);

/** Gives the forms of a section or a page the words that each of them needs. */
export function FormWordsProvider({ words, children }: { words: FormWords; children: ReactNode }) {
  return <FormWordsContext value={words}>{children}</FormWordsContext>;
}

/** @throws when the page has forms and nobody gave them their words */
export function useFormWords(): FormWords {
  const words = useContext(FormWordsContext);
  if (!words) throw new Error("a form stands outside of FormWordsProvider");
  return words;
}

/** The same for what also stands outside of forms with words, as a button does that sends a list's filters. */
export function useFormWordsIfAny(): Partial<FormWords> {
  return useContext(FormWordsContext) ?? {};
}

export type SectionWordsProps<W> = { words: W; children: ReactNode };

/**
 * The words of one section for its layout: every form in it gets what it needs, and the section's own forms and
 * fields read theirs with a hook. Words are finished strings, because they cross to the browser.
 */
export function SectionWords<W extends FormWords>({
  context: Section,
  words,
  children,
}: SectionWordsProps<W> & { context: Context<W | null> }) {
  return (
    <FormWordsContext value={words}>
      <Section value={words}>{children}</Section>
    </FormWordsContext>
  );
}

/** @throws when a form of the section stands outside of it */
export function useSectionWords<W extends FormWords>(context: Context<W | null>): W {
  const words = useContext(context);
  if (!words) throw new Error("a form stands outside of its section's words");
  return words;
}
