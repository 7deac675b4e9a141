import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import type { Cluster } from "../../embedded-postgres";
import { largeTables } from "./sizes";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

/** A scan of a growing table that reads all of it, or more rows than a page can need. */
export type Scan = { what: string; table: string; rows: number };

/**
 * A scan that reads more rows than this counts as a table walk whatever its plan node; a sequential scan has
 * a lower limit.
 */
const MANY_ROWS = 250_000;
const MANY_WITHOUT_INDEX = 20_000;

const FOLDER = "planes";

/** Configures the cluster to log every plan once `watchPlans` enables it. The setting needs a restart. */
export async function preparePlans(cluster: Cluster, owner: postgres.Sql): Promise<void> {
  await owner.unsafe("load 'auto_explain'");
  for (const setting of [
    "logging_collector = on",
    `log_directory = '${FOLDER}'`,
    "log_file_mode = 420",
    "session_preload_libraries = 'auto_explain'",
    "auto_explain.log_min_duration = -1",
    "auto_explain.log_nested_statements = on",
    "auto_explain.log_analyze = on",
    "auto_explain.log_timing = off",
    "auto_explain.log_format = json",
  ])
    await owner.unsafe(`alter system set ${setting}`);
  await cluster.stop();
  await cluster.revive();
}

/** The suspicious scans in the plans that are logged while `work` runs. */
export async function watchPlans(owner: postgres.Sql, work: () => Promise<unknown>): Promise<Scan[]> {
  const [place] = await owner<{ data: string }[]>`select current_setting('data_directory') as data`;
  const folder = path.join(place?.data ?? "", FOLDER);
  const before = readLogs(folder).length;
  await setLogging(owner, 0);
  await work();
  await setLogging(owner, -1);
  return plansIn(readLogs(folder).slice(before)).flatMap((plan) => scansOf(plan));
}

async function setLogging(owner: postgres.Sql, ms: number): Promise<void> {
  await owner.unsafe(`alter system set auto_explain.log_min_duration = ${ms}`);
  await owner.unsafe("select pg_reload_conf()");
  await owner.unsafe("select pg_sleep(0.2)");
}

function readLogs(folder: string): string {
  if (!existsSync(folder)) return "";
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("");
}

/** In the log each plan follows "plan:" as JSON over several lines that begin with a tab. */
function plansIn(text: string): Node[] {
  return [...text.matchAll(/plan:\n((?:\t.*\n?)+)/g)].flatMap(([, json]) => {
    try {
      return [JSON.parse(json ?? "").Plan as Node];
    } catch {
      return [];
    }
  });
}

function scansOf(node: Node): Scan[] {
  const table = node["Relation Name"] ?? "";
  const loops = node["Actual Loops"] ?? 1;
  const rows = ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * loops;
  const large = largeTables.some((name) => name === table);
  const whole = node["Node Type"] === "Seq Scan";
  const own =
    large && rows > (whole ? MANY_WITHOUT_INDEX : MANY_ROWS)
      ? [{ what: [node["Node Type"], node["Index Name"]].filter(Boolean).join(" "), table, rows }]
      : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}
