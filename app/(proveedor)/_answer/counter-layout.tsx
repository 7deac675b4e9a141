import type { ReactNode } from "react";
import { WordsLayout } from "@/app/_server/words-layout";
import { counterWords } from "./words";
import { CounterWordsProvider } from "./words-context";

const give = async (page: ReactNode) => (
  <CounterWordsProvider words={await counterWords()}>{page}</CounterWordsProvider>
);

/** The layout of pages with the counter's forms: the words of those. */
export function CounterLayout({ children }: { children: ReactNode }) {
  return <WordsLayout give={give}>{children}</WordsLayout>;
}
