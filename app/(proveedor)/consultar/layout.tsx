import type { ReactNode } from "react";
import { counterWords } from "@/app/(proveedor)/_answer/words";
import { CounterWordsProvider } from "@/app/(proveedor)/_answer/words-context";

/** The words of the counter's forms. It guards nothing: every page and action asks for its own grant. */
export default async function LookUpLayout({ children }: { children: ReactNode }) {
  return <CounterWordsProvider words={await counterWords()}>{children}</CounterWordsProvider>;
}
