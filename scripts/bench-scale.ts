import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { withTestbed } from "@/scripts/bench/testbed";
import { request } from "./bench/form";
import { fillDatabase } from "./bench/scale/fill";
import { countAnswers } from "./bench/scale/history";
import { type Probe, probes } from "./bench/scale/pages";
import { preparePlans, type Scan, watchPlans } from "./bench/scale/plans";
import { type Sizes, sizesAt } from "./bench/scale/sizes";
import { tableSizes, timeJobs } from "./bench/scale/tables";

const root = path.resolve(import.meta.dirname, "..");
const log = (line: string) => process.stderr.write(`${line}\n`);
const LIMIT_MS = 300;

/**
 * `npm run bench:scale -- [--scale 1] [--keep FOLDER] [--only TEXT]`: fills a database with millions of rows,
 * times every page that reads them through the built server, and reports query plans that scan a growing
 * table. `--keep` keeps the filled database for the next run.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scale: { type: "string", default: "1" },
      keep: { type: "string" },
      only: { type: "string", default: "" },
      times: { type: "string", default: "20" },
    },
  });
  const sizes = sizesAt(Number(values.scale));
  const full = values.keep ? path.join(values.keep, "llena") : null;
  let slow = 0;
  await withTestbed(
    root,
    async ({ origin, owner, signIn }) => {
      process.stdout.write(`${await tableSizes(owner)}\n`);
      process.stdout.write(
        "\n| page | status | p50 ms | p95 ms | max ms | walks |\n|---|---|---|---|---|---|\n",
      );
      const cookies = new Map<string, string>();
      for (const probe of await probes(owner)) {
        if (!probe.name.includes(values.only)) continue;
        const cookie = probe.email ? (cookies.get(probe.email) ?? (await signIn(probe.email))) : "";
        if (probe.email) cookies.set(probe.email, cookie);
        const open = () => openPage(origin, probe, cookie);
        const { line, wrong } = await measurePage(probe, open, Number(values.times), (work) =>
          watchPlans(owner, work),
        );
        process.stdout.write(line);
        if (wrong) slow++;
      }
      if (!values.only) process.stdout.write(`\n${await timeJobs(owner)}\n`);
    },
    {
      keepIn: values.keep,
      prepare: async (cluster, owner) => {
        if (!full || !existsSync(full)) await fill(owner, sizes);
        if (full) writeFileSync(full, JSON.stringify(sizes));
        await countAnswers(owner);
        await preparePlans(cluster, owner);
      },
    },
  );
  return slow;
}

async function fill(owner: Parameters<typeof fillDatabase>[0], sizes: Sizes): Promise<void> {
  const from = performance.now();
  await fillDatabase(owner, sizes, log);
  log(`Base de datos llena en ${((performance.now() - from) / 60_000).toFixed(1)} min.`);
}

async function openPage(origin: string, { path: place, ...probe }: Probe, session: string): Promise<number> {
  const cookie = [session, probe.cookie].filter(Boolean).join("; ");
  const { status } = await request(new URL(place, origin), { headers: { cookie } });
  return status;
}

async function measurePage(
  { name, path: place, status: wanted = 200 }: Probe,
  open: () => Promise<number>,
  times: number,
  watch: (work: () => Promise<unknown>) => Promise<Scan[]>,
): Promise<{ line: string; wrong: boolean }> {
  const statuses = new Set([await open()]);
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now();
    statuses.add(await open());
    durations.push(performance.now() - from);
  }
  durations.sort((a, b) => a - b);
  const at = (share: number) =>
    durations[Math.min(durations.length - 1, Math.ceil(durations.length * share) - 1)] ?? 0;
  const scans = await watch(open);
  const walks = [
    ...new Set(
      scans.map(({ what, table, rows }) => `${what} of ${table} (${rows.toLocaleString("en")} rows)`),
    ),
  ];
  const wrong = at(0.95) > LIMIT_MS || walks.length > 0 || [...statuses].some((status) => status !== wanted);
  const cells = [
    `${name} \`${place.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")}\``,
    [...statuses].join(" "),
    at(0.5).toFixed(0),
    at(0.95).toFixed(0),
    at(1).toFixed(0),
    walks.join("; ") || "none",
  ];
  return { line: `| ${cells.join(" | ")} |\n`, wrong };
}

main().then(
  (wrong) => {
    if (wrong > 0) log(`${wrong} pages are above ${LIMIT_MS} ms, walk a table, or did not answer 200.`);
    process.exit(wrong > 0 ? 1 : 0);
  },
  (error: unknown) => {
    log(String(error instanceof Error ? error.stack : error));
    process.exit(1);
  },
);
