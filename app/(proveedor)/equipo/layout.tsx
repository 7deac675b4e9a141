import type { ReactNode } from "react";
import { teamWords } from "./words";
import { TeamWordsProvider } from "./words-context";

/** The words of the team's forms. It guards nothing: every page and action asks for its own grant. */
export default async function TeamLayout({ children }: { children: ReactNode }) {
  return <TeamWordsProvider words={await teamWords()}>{children}</TeamWordsProvider>;
}
