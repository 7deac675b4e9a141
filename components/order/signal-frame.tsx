import type { ReactNode } from "react";
import { Guilloche, GuillocheBand } from "@/components/ui/figures";
import type { Signal } from "@/domain/lookup/verdict";

/** Classes of a signal's heading and of the line below it. */
export const signalHeading =
  "m-0 leading-[1.08] font-extrabold tracking-[-0.015em] text-balance focus:shadow-none focus:outline-none";
/** Its size follows the panel, so that no word is broken. */
export const signalSize = "text-[min(clamp(1.75rem,1.35rem+2.4vw,2.6rem),12.5cqi)]";
export const smallSignalSize = "text-[min(1.5rem,12.5cqi)]";
export const signalLine = "mt-1 mb-0 text-base";

const panel = [
  "relative isolate overflow-clip px-4 @max-[17.99rem]:**:data-figure:size-12",
  "print:border-3 print:border-black print:bg-white print:text-black print:[border-image:none]",
  "forced-colors:border-4 forced-colors:border-[CanvasText] forced-colors:[border-image:none]",
].join(" ");

/** The same in the light and the dark theme. */
const colours: Record<Signal, string> = {
  go: "bg-go text-white",
  stop: "border-y-10 border-transparent bg-stop text-white [border-image:repeating-linear-gradient(135deg,var(--color-white)_0_12px,var(--color-stop)_12px_24px)_10]",
  warn: "border-y-4 border-signal-ink bg-warn text-signal-ink",
  info: "bg-info text-white",
};

// Only green has the rosette. It is placed off the text, which is wider on a phone.
const rosette = [
  "pointer-events-none absolute top-[calc(50%-160px)] -right-28 -z-1 w-[320px] opacity-32 max-sm:-right-50 print:hidden",
  "landscape-phone:-top-44 landscape-phone:-right-44",
  "motion-safe:animate-turn group-has-[:checked]/signal:[animation-play-state:paused]",
].join(" ");
const band = "pointer-events-none absolute inset-x-0 bottom-0.5 -z-1 h-2 opacity-40 print:hidden";

const smallLook =
  "pt-[0.6rem] pb-[0.9rem] **:data-figure:size-[52px] short:pt-2 short:pb-3 short:**:data-figure:size-11";
const row = "mx-auto flex max-w-[38rem] flex-wrap items-center gap-x-[0.9rem] gap-y-[0.6rem]";
const words = "min-w-0 flex-[1_1_10rem]";

/**
 * Panel of a signal: colour, shape and words. `outcome` is the verdict of an offline phone. At the head of an
 * answer it has the full width; with `inPage` the width of its page.
 */
export function SignalFrame({
  signal,
  figure,
  outcome,
  inPage = false,
  small = false,
  children,
}: {
  signal: Signal;
  figure: ReactNode;
  outcome?: string;
  inPage?: boolean;
  /** Id of the content below it. */
  small?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`group/signal ${panel} ${small ? smallLook : "pt-4 pb-[1.1rem]"} ${colours[signal]} ${inPage ? "-mx-4 mb-4 min-[40rem]:mx-0" : "landscape-phone:[grid-area:signal]"}`}
      data-signal={signal}
      data-outcome={outcome}
    >
      {signal === "go" ? <Guilloche className={rosette} /> : null}
      {signal === "info" ? <GuillocheBand className={band} /> : null}
      <div className={inPage ? row : `${row} landscape-phone:flex-col landscape-phone:items-start`}>
        {figure}
        <div className={inPage ? words : `${words} landscape-phone:flex-none`}>{children}</div>
      </div>
    </div>
  );
}
