import type { ReactNode } from "react";
import type { Verdict } from "@/model/verdict";

const main = [
  // A container query in rem sees enlarged text; a media query on the screen's width does not.
  "@container flex flex-col",
  // On a phone in landscape the signal stays visible beside the facts.
  "landscape-phone:has-[>[data-signal]]:grid",
  "landscape-phone:[grid-template:'signal_facts'_1fr_/_40%_60%]",
].join(" ");

/** Main part of an answer: signal in full width, facts, and next actions. */
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
