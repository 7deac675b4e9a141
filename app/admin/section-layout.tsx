import type { ReactNode } from "react";
import { WordsLayout } from "@/app/_server/words-layout";
import { type AdminWords, adminWords } from "./words";
import { AdminWordsProvider } from "./words-context";

const words: { [S in keyof AdminWords]: () => Promise<AdminWords[S]> } = adminWords;

/** The layout of a section of the desk: the words of its forms. */
export function SectionLayout<S extends keyof AdminWords>({
  section,
  children,
}: {
  section: S;
  children: ReactNode;
}) {
  const give = async (page: ReactNode) => (
    <AdminWordsProvider<S> section={section} words={await words[section]()}>
      {page}
    </AdminWordsProvider>
  );
  return <WordsLayout give={give}>{children}</WordsLayout>;
}
