import type { ReactNode } from "react";
import { Guilloche } from "@/components/ui/figures";
import type { Signal } from "@/domain/lookup/verdict";

/** How the heading of a signal looks, and the line under it. */
export const signalHeading =
  "m-0 text-[clamp(1.75rem,1.35rem+2.4vw,2.6rem)] leading-[1.1] font-extrabold tracking-[-0.015em] text-balance focus:shadow-none focus:outline-none";
export const signalLine = "mt-1 mb-0 text-base";

const panel = [
  "relative isolate overflow-hidden px-4 pt-4 pb-[1.1rem]",
  "print:border-3 print:border-black print:bg-white print:text-black print:[border-image:none]",
  "forced-colors:border-4 forced-colors:border-[CanvasText] forced-colors:[border-image:none]",
].join(" ");

/** They are the same by day and by night. */
const colours: Record<Signal, string> = {
  go: "bg-go text-white",
  stop: "border-y-10 border-transparent bg-stop text-white [border-image:repeating-linear-gradient(135deg,var(--color-white)_0_12px,var(--color-stop)_12px_24px)_10]",
  warn: "border-y-4 border-signal-ink bg-warn text-signal-ink",
  info: "bg-info text-white",
};

// Off the words, which on a phone reach farther to its side.
const rosette =
  "pointer-events-none absolute top-[calc(50%-10rem)] -right-28 -z-1 w-80 max-sm:-right-50 landscape-phone:-top-44 landscape-phone:-right-44 print:hidden";

const rosettes: Partial<Record<Signal, string>> = {
  go: `${rosette} opacity-32 motion-safe:animate-turn group-has-[:checked]/signal:[animation-play-state:paused]`,
  info: `${rosette} opacity-32 max-sm:opacity-16`,
};

const row = "mx-auto flex max-w-[38rem] flex-wrap items-center gap-x-[0.9rem] gap-y-[0.6rem]";
const words = "min-w-0 flex-[1_1_10rem]";

/**
 * The panel itself: colour, shape and words of a signal. `outcome` names what a phone alone could know. At the head
 * of an answer it takes the whole width; `inPage` it takes that of its page.
 */
export function SignalFrame({
  signal,
  figure,
  outcome,
  inPage = false,
  children,
}: {
  signal: Signal;
  figure: ReactNode;
  outcome?: string;
  inPage?: boolean;
  children: ReactNode;
}) {
  const ofRosette = rosettes[signal];
  return (
    <div
      className={`group/signal ${panel} ${colours[signal]} ${inPage ? "-mx-4 mb-4 min-[40rem]:mx-0" : "landscape-phone:[grid-area:signal]"}`}
      data-signal={signal}
      data-outcome={outcome}
    >
      {ofRosette ? <Guilloche className={ofRosette} /> : null}
      <div className={inPage ? row : `${row} landscape-phone:flex-col landscape-phone:items-start`}>
        {figure}
        <div className={inPage ? words : `${words} landscape-phone:flex-none`}>{children}</div>
      </div>
    </div>
  );
}
