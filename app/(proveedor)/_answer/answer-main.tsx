import type { ReactNode } from "react";
import type { Verdict } from "@/model/verdict";

const main = [
  // Its width in the letters of the page says how large they are; the width of the screen does not.
  "@container flex flex-col",
  // A phone on its side: the signal keeps its place beside the facts.
  "landscape-phone:has-[>[data-signal]]:grid",
  "landscape-phone:[grid-template:'signal_facts'_1fr_/_40%_60%]",
].join(" ");

/** The main part of an answer: its signal over the whole width, its facts, its ways on. */
export function AnswerMain({
  verdict,
  outcome,
  children,
}: {
  verdict: Verdict | "unconfirmed" | "unavailable";
  outcome?: string;
  children: ReactNode;
}) {
  return (
    <main
      id="contenido"
      tabIndex={-1}
      className={main}
      data-answer
      data-outcome={outcome}
      data-verdict={verdict}
    >
      {children}
    </main>
  );
}
