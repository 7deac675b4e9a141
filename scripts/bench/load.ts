import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export type Figures = {
  name: string;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  count: number;
  failed: number;
  /** Milliseconds of processor that the server spent on each request, where the system tells. */
  cpu?: number;
};

type Load = { clients: number; seconds: number; warmUpSeconds?: number };
type Job = (turn: number) => Promise<unknown>;
type Sample = { times: number[]; failed: number; seconds: number; sent: number; cpu: number };

/**
 * Runs `job` from `clients` loops for `seconds`, after a warm-up that is not counted.
 * @returns requests a second and percentiles in milliseconds
 */
export async function measure(name: string, load: Load, job: Job): Promise<Figures> {
  return figuresOf(name, [await sample(load, job)]);
}

/**
 * The same for several jobs that are compared: they take turns, `rounds` times over, so that whatever else the machine
 * does meanwhile falls on all of them.
 * @param server process whose time on the processor is told too: on a busy machine it says more than the clock
 */
export async function measureInTurn<Name extends string>(
  jobs: Readonly<Record<Name, Job>>,
  load: Load,
  rounds: number,
  server?: number,
): Promise<Record<Name, Figures>> {
  const entries = Object.entries<Job>(jobs);
  const samples = entries.map((): Sample[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, [, job]] of entries.entries()) samples[at]?.push(await sample(load, job, server));
  return Object.fromEntries(
    entries.map(([name], at) => [name, figuresOf(name, samples[at] ?? [])]),
  ) as Record<Name, Figures>;
}

async function sample(
  { clients, seconds, warmUpSeconds = 2 }: Load,
  job: Job,
  server?: number,
): Promise<Sample> {
  const times: number[] = [];
  let failed = 0;
  let turn = 0;
  const before = processorMs(server);
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
  return { times, failed, seconds, sent: turn, cpu: processorMs(server) - before };
}

function figuresOf(name: string, samples: readonly Sample[]): Figures {
  const times = samples.flatMap((each) => each.times).sort((a, b) => a - b);
  const sum = (of: (each: Sample) => number) => samples.reduce((total, each) => total + of(each), 0);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    name,
    count: times.length,
    failed: sum(({ failed }) => failed),
    perSecond: times.length / sum(({ seconds }) => seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpu: sum(({ cpu }) => cpu) / sum(({ sent }) => sent) || undefined,
  };
}

/** Linux counts it in hundredths of a second; other systems do not tell. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** The figures as a Markdown table. */
export function table(rows: Figures[]): string {
  const line = ({ name, perSecond, p50, p95, p99, count, failed, cpu }: Figures) =>
    `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${count} | ${failed} | ${cpu?.toFixed(1) ?? ""} |`;
  return [
    "| what | per second | p50 ms | p95 ms | p99 ms | requests | failed | server ms |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}
