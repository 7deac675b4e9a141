import type { ReactNode } from "react";
import {
  ClockFigure,
  DiamondFigure,
  InfoFigure,
  LensFigure,
  SealFigure,
  StopFigure,
} from "@/components/ui/figures";
import { signalOf } from "@/domain/lookup/verdict";
import type { Verdict } from "@/model/verdict";
import { SignalFrame, signalHeading, signalLine, signalSize, smallSignalSize } from "./signal-frame";

function figureOf(verdict: Verdict): ReactNode {
  switch (signalOf(verdict)) {
    case "go":
      return <SealFigure />;
    case "stop":
      return <StopFigure />;
    case "warn":
      return <DiamondFigure />;
    case "info":
      if (verdict === "current" || verdict === "digits") return <LensFigure />;
      return verdict === "unread" || verdict === "registered" ? <InfoFigure /> : <ClockFigure />;
  }
}

/**
 * Head of a verdict: shape, word and colour say the same. Its heading takes the focus on load. The children are
 * placed below the words: the clock of a green answer and the button that stops it.
 */
export function SignalPanel({
  verdict,
  heading,
  line,
  children,
}: {
  verdict: Verdict;
  heading: string;
  line: ReactNode;
  children?: ReactNode;
}) {
  const small = verdict === "current";
  const look = `${signalHeading} ${small ? smallSignalSize : signalSize} landscape-phone:text-3xl`;
  return (
    <SignalFrame signal={signalOf(verdict)} figure={figureOf(verdict)} small={small}>
      {/* biome-ignore lint/a11y/noAutofocus: the page is the answer; its heading is what the reader must hear first */}
      <h1 tabIndex={-1} autoFocus id="veredicto" className={look}>
        {heading}
      </h1>
      <p className={signalLine}>{line}</p>
      {children}
    </SignalFrame>
  );
}
