"use client";

import { createContext, type ReactNode, useContext } from "react";
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
