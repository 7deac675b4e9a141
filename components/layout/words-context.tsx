"use client";

import { type Context, type ReactNode, useContext } from "react";

/** What a provider of words takes. Words are finished strings, because they cross to the browser. */
export type WordsProps<W> = { words: W; children: ReactNode };

/**
 * The words that a page gave to one part of the screen.
 * @throws Error when a component stands outside of its words
 */
export function useWords<W>(context: Context<W | null>): W {
  const words = useContext(context);
  if (!words) throw new Error("a component stands outside of its words");
  return words;
}
