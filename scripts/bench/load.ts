import { performance } from "node:perf_hooks";

export type Figures = {
  name: string;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  count: number;
  failed: number;
};

/**
 * Runs `job` from `clients` loops for `seconds`, after a warm-up that is not counted.
 * @returns requests a second and percentiles in milliseconds
 */
export async function measure(
  name: string,
  { clients, seconds, warmUpSeconds = 2 }: { clients: number; seconds: number; warmUpSeconds?: number },
  job: (turn: number) => Promise<void>,
): Promise<Figures> {
  const times: number[] = [];
  let failed = 0;
  let turn = 0;
  const start = performance.now() + warmUpSeconds * 1_000;
  const end = start + seconds * 1_000;
  const loop = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      try {
        await job(turn++);
      } catch {
        failed++;
      }
      if (from >= start) times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    name,
    count: times.length,
    failed,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/** The figures as a Markdown table. */
export function table(rows: Figures[]): string {
  const line = ({ name, perSecond, p50, p95, p99, count, failed }: Figures) =>
    `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${count} | ${failed} |`;
  return [
    "| what | per second | p50 ms | p95 ms | p99 ms | requests | failed |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}
