"use client";

import { type Context, type ReactNode, useContext } from "react";

/** Props of a provider of words. Words are finished strings, because functions cannot be passed to the browser. */
export type WordsProps<W> = { words: W; children: ReactNode };

/**
 * The words that a page provided to a part of the screen.
 * @throws Error when a component is used outside of its provider
 */
export function useWords<W>(context: Context<W | null>): W {
  const words = useContext(context);
  if (!words) throw new Error("no words");
  return words;
}
