import type { ReactNode } from "react";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { counterWords } from "@/app/(proveedor)/_answer/words";
import { CounterWordsProvider } from "@/app/(proveedor)/_answer/words-context";

/**
 * The words of the counter's forms, for whoever is signed in: a stranger who is sent to the door gets none of them.
 * It guards nothing else: every page and action asks for its own grant.
 */
export default async function LookUpLayout({ children }: { children: ReactNode }) {
  if (!(await frameActor())) return children;
  return <CounterWordsProvider words={await counterWords()}>{children}</CounterWordsProvider>;
}
