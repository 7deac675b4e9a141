import type { ReactNode } from "react";

/** A bar of a chart. `signal` is for what the chart warns of. */
export type Bar = { key: string; label: string; value: number; shown: string; signal?: boolean };

const [WIDTH, HEIGHT, BASE, TOP] = [360, 132, 108, 18];
const fillOf = ({ signal }: Bar) => (signal ? "fill-stop-text" : "fill-link");
const small = "fill-ink-soft text-[13px] tabular-nums lining-nums";
const strong = "fill-ink text-[13px] font-bold tabular-nums lining-nums";

/**
 * A chart with its finding as heading. The picture is drawn by the server and is nothing to a screen reader: the
 * table beside it says the same.
 */
export function Chart({
  title,
  tableLabel,
  picture,
  children,
}: {
  title: string;
  /** Opens the table. */
  tableLabel: string;
  picture: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0 border border-rule bg-sheet px-4 pt-3">
      <h3 className="mt-0 mb-2 text-base">{title}</h3>
      {picture}
      <details className="print:details-content:[content-visibility:visible]">
        <summary className="print:hidden">{tableLabel}</summary>
        {children}
      </details>
    </section>
  );
}

/** Where a text stands that would be cut at the edge of the picture: half its width from it. */
function inside(middle: number, text: string): number {
  const half = text.length * 4.5;
  return Math.min(Math.max(middle, half), WIDTH - half);
}

/** Upright bars. `named` says below which of them its label stands; the highest one carries its value. */
export function UprightBars({ bars, named }: { bars: readonly Bar[]; named: (at: number) => boolean }) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const width = Math.min(step * 0.68, 44);
  const few = bars.length <= 8;
  const first = bars.findIndex(({ value }) => value === highest);
  return (
    <Picture height={HEIGHT}>
      {bars.map((bar, at) => {
        const height = (bar.value / highest) * (BASE - TOP);
        const middle = step * (at + 0.5);
        return (
          <g key={bar.key}>
            <rect
              className={fillOf(bar)}
              x={middle - width / 2}
              y={BASE - height}
              width={width}
              height={height}
            />
            {bar.value > 0 && (few || at === first) ? (
              <text
                className={strong}
                x={inside(middle, bar.shown)}
                y={BASE - height - 5}
                textAnchor="middle"
              >
                {bar.shown}
              </text>
            ) : null}
            {named(at) ? (
              <text className={small} x={middle} y={HEIGHT - 8} textAnchor="middle">
                {bar.label}
              </text>
            ) : null}
          </g>
        );
      })}
      <line className="stroke-ink" x1="0" x2={WIDTH} y1={BASE} y2={BASE} strokeWidth="1.5" />
    </Picture>
  );
}

const LINE = 22;

/** Bars that lie, each with its label before it and its value behind. */
export function LyingBars({ bars }: { bars: readonly Bar[] }) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Picture height={Math.max(1, bars.length) * LINE}>
      {bars.map((bar, at) => {
        const width = (bar.value / highest) * 110;
        return (
          <g key={bar.key}>
            <text className={small} x="0" y={at * LINE + 15}>
              {bar.label}
            </text>
            <rect className={fillOf(bar)} x="185" y={at * LINE + 4} width={width} height="14" />
            <text className={strong} x={191 + width} y={at * LINE + 15}>
              {bar.shown}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}

function Picture({ height, children }: { height: number; children: ReactNode }) {
  return (
    <svg
      className="block h-auto w-full max-w-md forced-color-adjust-none"
      viewBox={`0 0 ${WIDTH} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
