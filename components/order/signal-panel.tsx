import type { ReactNode } from "react";
import { ClockFigure, DiamondFigure, LensFigure, StopFigure } from "@/components/ui/figures";
import { type Outcome, signalOf } from "@/domain/order/verdict";

function figureOf(outcome: Outcome): ReactNode {
  switch (signalOf(outcome)) {
    case "stop":
      return <StopFigure />;
    case "warn":
      return <DiamondFigure />;
    case "info":
      return outcome === "current" ? <LensFigure /> : <ClockFigure />;
  }
}

/** The verdict's head: shape, word and colour say the same. Its heading takes the focus on load. */
export function SignalPanel({ outcome, heading, line }: { outcome: Outcome; heading: string; line: string }) {
  return (
    <div className={`senal senal-${signalOf(outcome)}`} data-signal={signalOf(outcome)}>
      <div className="senal-in">
        {figureOf(outcome)}
        <div>
          {/* biome-ignore lint/a11y/noAutofocus: the page is the answer; its heading is what the reader must hear first */}
          <h1 tabIndex={-1} autoFocus id="veredicto">
            {heading}
          </h1>
          <p>{line}</p>
        </div>
      </div>
    </div>
  );
}
