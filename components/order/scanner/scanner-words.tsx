"use client";

import { createContext } from "react";
import { useWords, type WordsProps } from "@/components/layout/words-context";

/** Words of the scanner, as finished strings, because functions cannot be passed to the browser. */
type ScannerWords = Record<
  | "before"
  | "useCamera"
  | "typeNumbers"
  | "close"
  | "preparing"
  | "instruction"
  | "opened"
  | "read"
  | "asking"
  | "slowRead"
  | "foreign"
  | "foreignMore"
  | "torch"
  | "torchOn"
  | "torchOff"
  | "zoom"
  | "deniedChromium"
  | "deniedSafari"
  | "deniedFirefox"
  | "typeInstead"
  | "busy"
  | "none"
  | "retry"
  | "paused"
  | "pictureTitle"
  | "pictureLabel"
  | "pictureHint"
  | "pictureReading"
  | "pictureEmpty",
  string
>;

const Context = createContext<ScannerWords | null>(null);

/** Provides the scanner's words. */
export function ScannerWordsProvider({ words, children }: WordsProps<ScannerWords>) {
  return <Context value={words}>{children}</Context>;
}

export const useScannerWords = () => useWords(Context);

/** Where people can permit a blocked camera again. */
export function deniedWords(words: ScannerWords, userAgent: string): string {
  if (/Firefox|FxiOS/.test(userAgent)) return words.deniedFirefox;
  if (/Safari/.test(userAgent) && !/Chrom|Edg|CriOS|Android/.test(userAgent)) return words.deniedSafari;
  return words.deniedChromium;
}
