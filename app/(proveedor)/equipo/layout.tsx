import type { ReactNode } from "react";
import { WordsLayout } from "@/app/_server/words-layout";
import { teamWords } from "./words";
import { TeamWordsProvider } from "./words-context";

const give = async (page: ReactNode) => (
  <TeamWordsProvider words={await teamWords()}>{page}</TeamWordsProvider>
);

/** Provides the words of the team's forms. */
export default function TeamLayout({ children }: { children: ReactNode }) {
  return <WordsLayout give={give}>{children}</WordsLayout>;
}
