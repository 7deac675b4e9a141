import { palette } from "@/lib/theme";

/** A QR code in black on white with its quiet zone, in every theme. */
export function QrFigure({
  symbol: { size, runs },
  quiet,
  label,
}: {
  symbol: { size: number; runs: readonly { x: number; y: number; length: number }[] };
  quiet: number;
  label: string;
}) {
  const side = size + 2 * quiet;
  const path = runs.map(({ x, y, length }) => `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`).join("");
  return (
    <svg
      className="aspect-square w-[min(11rem,100%)] flex-none forced-color-adjust-none"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
    >
      <rect width={side} height={side} fill={palette.white.light} />
      <path d={path} fill={palette.black.light} shapeRendering="crispEdges" />
    </svg>
  );
}
