import type { ReactNode } from "react";
import { palette } from "@/lib/theme";

// Fixed colours, so that a signal looks the same in both themes and with forced colours. A white shape has a
// border of its panel's colour, visible only where forced colours remove the panel's.
const INK = palette["signal-ink"].light;
const BLUE = palette.info.light;
const GREEN = palette.go.light;
const RED = palette.stop.light;
const YELLOW = palette.warn.light;
const WHITE = palette.white.light;

function Figure({ children }: { children: ReactNode }) {
  return (
    <svg
      className="block size-[76px] flex-none forced-color-adjust-none max-[24.01rem]:size-[60px]"
      data-figure
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const seal = Array.from({ length: 48 }, (_, i) => {
  const angle = (i / 48) * 2 * Math.PI;
  const radius = i % 2 ? 44 : 49;
  return `${(50 + radius * Math.cos(angle)).toFixed(1)},${(50 + radius * Math.sin(angle)).toFixed(1)}`;
}).join(" ");

/** Go: the round stamp with its tick. Only after a comparison. */
export function SealFigure() {
  return (
    <Figure>
      <polygon points={seal} fill={WHITE} stroke={GREEN} strokeWidth="2" />
      <circle cx="50" cy="50" r="38" fill="none" stroke={GREEN} strokeWidth="2" />
      <path
        d="M29 52l14 14 29-31"
        fill="none"
        stroke={GREEN}
        strokeWidth="10"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Figure>
  );
}

/** Stop: the octagon of the road sign. Its word is drawn as paths, so that it needs no font. */
export function StopFigure() {
  return (
    <Figure>
      <polygon points="30,2 70,2 98,30 98,70 70,98 30,98 2,70 2,30" fill={WHITE} />
      <polygon points="32,8 68,8 92,32 92,68 68,92 32,92 8,68 8,32" fill={RED} />
      <g fill="none" stroke={WHITE} strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M16 61V40h6a6 6 0 0 1 0 12h-6" />
        <path d="M34 61l7-21 7 21M37 54h8" />
        <path d="M55 61V40h6a6 6 0 0 1 0 12h-6M61 52l7 9" />
        <path d="M86 40H75v21h11M75 50h9" />
      </g>
    </Figure>
  );
}

/** Check: the diamond of the road sign. */
export function DiamondFigure() {
  return (
    <Figure>
      <polygon points="50,2 98,50 50,98 2,50" fill={INK} />
      <polygon points="50,9 91,50 50,91 9,50" fill={YELLOW} />
      <path
        d="M38 40c0-8 6-13 13-13s12 5 12 11c0 9-12 9-12 19"
        fill="none"
        stroke={INK}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <circle cx="51" cy="70" r="5" fill={INK} />
    </Figure>
  );
}

function Square({ children }: { children: ReactNode }) {
  return (
    <Figure>
      <rect x="3" y="3" width="94" height="94" rx="12" fill={WHITE} stroke={BLUE} strokeWidth="4" />
      <g fill="none" stroke={BLUE} strokeWidth="8" strokeLinecap="round">
        {children}
      </g>
    </Figure>
  );
}

/** Wait: the blue square with a clock. */
export function ClockFigure() {
  return (
    <Square>
      <circle cx="50" cy="50" r="30" />
      <path d="M50 32v19l13 9" />
    </Square>
  );
}

/** Found, to be compared: the blue square with a lens. */
export function LensFigure() {
  return (
    <Square>
      <circle cx="43" cy="43" r="22" />
      <path d="M61 61l18 18" />
    </Square>
  );
}

/** Information: the blue square with an i. */
export function InfoFigure() {
  return (
    <Square>
      <path d="M50 46v28" strokeWidth="11" />
      <path d="M50 26v.5" strokeWidth="13" />
    </Square>
  );
}

/** Security paper's rosette, in the colour of the text around it; decoration only. */
export function Guilloche({ className }: { className: string }) {
  return (
    <span
      className={`block aspect-square bg-current mask-guilloche forced-colors:hidden ${className}`}
      aria-hidden="true"
    />
  );
}

/** Security paper's band of waves; decoration only. */
export function GuillocheBand({ className }: { className: string }) {
  return (
    <span className={`block bg-current mask-waves forced-colors:hidden ${className}`} aria-hidden="true" />
  );
}
