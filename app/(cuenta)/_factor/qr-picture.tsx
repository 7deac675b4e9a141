import { QUIET, qrRuns } from "@/lib/pdf/qr";

/** A code for a camera, drawn by the server; black on white in dark mode too, as cameras need it. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, runs } = qrRuns(text);
  const side = size + 2 * QUIET;
  const path = runs.map(({ x, y, length }) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`).join("");
  return (
    <svg className="size-64 max-w-full" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect className="fill-white" width={side} height={side} />
      <path className="fill-signal-ink" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
