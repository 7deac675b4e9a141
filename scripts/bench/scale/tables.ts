import { performance } from "node:perf_hooks";
import type postgres from "postgres";
import { jobsDatabase } from "@/db/client";
import { applyRetentionRule } from "@/domain/retention/apply";
import { retentionRules } from "@/model/retention";

/** Rows, size and bytes per row of the largest tables, as Markdown. */
export async function tableSizes(owner: postgres.Sql): Promise<string> {
  const rows = await owner<{ name: string; rows: string; bytes: string; heap: string }[]>`
    select relname as name, reltuples::bigint::text as rows, pg_total_relation_size(oid)::text as bytes,
      pg_table_size(oid)::text as heap
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > 1000
    order by pg_total_relation_size(oid) desc limit 12`;
  const [sum] = await owner<
    { size: string }[]
  >`select pg_size_pretty(pg_database_size(current_database())) as size`;
  const line = ({ name, rows: count, bytes, heap }: (typeof rows)[number]) =>
    `| ${name} | ${Number(count).toLocaleString("en")} | ${(Number(bytes) / 1e6).toFixed(0)} | ${(Number(heap) / Number(count)).toFixed(0)} | ${(Number(bytes) / Number(count)).toFixed(0)} |`;
  return [
    `Database: ${sum?.size}`,
    "",
    "| table | rows | MB | bytes a row | with indexes |",
    "|---|---|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}

/** The duration of background jobs: each retention rule with a backlog of one day of look-ups. */
export async function timeJobs(owner: postgres.Sql): Promise<string> {
  await owner`update lookup set id_sealed = 'x' where id in
    (select id from lookup where asked_at < now() - interval '24 hours' order by asked_at desc limit 20000)`;
  const lines = ["| job | s |", "|---|---|"];
  for (const rule of retentionRules) {
    const from = performance.now();
    await applyRetentionRule(jobsDatabase(), rule);
    lines.push(`| retention, ${rule} | ${((performance.now() - from) / 1_000).toFixed(2)} |`);
  }
  return lines.join("\n");
}
