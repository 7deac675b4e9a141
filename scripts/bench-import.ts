import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { lookUps } from "@/scripts/bench/lookup-load";
import { type Testbed, withTestbed } from "@/scripts/bench/testbed";
import { measure, table } from "./bench/load";
import { watchMemory } from "./bench/memory";
import { csvOf, workbookOf } from "./bench/order-file";
import { fillOrders } from "./bench/orders";

const root = path.resolve(import.meta.dirname, "..");
const lines = Number(process.argv[2] ?? 200_000);
const OFFICER = "funcionario@caja.example";
const TILL = "caja@eltornillo.example";

/**
 * `npm run bench:import [lines]`: imports a file of new orders through the built server, from the first byte
 * of the upload to the last order, and measures look-ups with and without a running import. Everything shares
 * this machine.
 */
function main(): Promise<void> {
  return withTestbed(root, async (testbed) => {
    const cookie = await testbed.signIn(OFFICER);
    const files = [
      { name: "CSV", file: "a.csv", content: csvOf(lines, "A") },
      { name: "workbook", file: "b.xlsx", content: await workbookOf(lines, "B") },
    ];
    log("| file | MB | upload s | preview s | import s | together s | server MB | worker MB |");
    log("|---|---|---|---|---|---|---|---|");
    for (const { name, file, content } of files) {
      const memory = watchMemory(testbed.server.pid ?? 0);
      const { upload, preview, load } = await applyBatch(testbed, cookie, file, content);
      const { server, worker } = memory.stop();
      const seconds = [upload, preview, load, upload + preview + load].map((time) => time.toFixed(1));
      log(
        `| ${name} | ${(content.length / 1e6).toFixed(1)} | ${seconds.join(" | ")} | ${server} | ${worker} |`,
      );
    }
    await beside(testbed, cookie);
  });
}

/** Measures look-ups alone, during an import, and alone again. */
async function beside(testbed: Testbed, cookie: string): Promise<void> {
  const targets = await fillOrders(testbed.owner, 10_000);
  const lookUp = await lookUps(testbed.origin, await testbed.signIn(TILL), targets);
  const rows = [await measure("without an import", { clients: 8, seconds: 20 }, lookUp)];
  let running = true;
  const imported = (async () => {
    for (let turn = 0; running; turn++) await applyBatch(testbed, cookie, "c.csv", csvOf(lines, `C${turn}`));
  })();
  rows.push(await measure("with an import", { clients: 8, seconds: 40 }, lookUp));
  running = false;
  await imported;
  rows.push(await measure("without again", { clients: 8, seconds: 20 }, lookUp));
  const [before, during, after] = rows.map(({ p95 }) => p95);
  log(`\n${table(rows)}\n\np95: ${((during ?? 0) / (((before ?? 0) + (after ?? 0)) / 2)).toFixed(2)} times`);
}

async function applyBatch({ origin, owner }: Testbed, cookie: string, name: string, content: Buffer) {
  const from = performance.now();
  const form = new FormData();
  form.set("archivo", new File([new Uint8Array(content)], name));
  const answer = await fetch(`${origin}/admin/ordenes/importar/enviar`, {
    method: "POST",
    body: form,
    headers: { cookie, origin },
    redirect: "manual",
  });
  const run = answer.headers.get("location")?.split("/").at(-1) ?? "";
  const uploaded = performance.now();
  await until(owner, run, "previewed");
  const previewed = performance.now();
  await owner`select accept_import(${run}, (select id from person where email = ${OFFICER}), false, '127.0.0.1')`;
  await until(owner, run, "finished");
  const seconds = (start: number, end: number) => (end - start) / 1_000;
  return {
    upload: seconds(from, uploaded),
    preview: seconds(uploaded, previewed),
    load: seconds(previewed, performance.now()),
  };
}

async function until(owner: postgres.Sql, run: string, wanted: string): Promise<void> {
  for (;;) {
    const [row] = await owner<{ state: string }[]>`select state from import_run where id = ${run}`;
    if (row?.state === wanted) return;
    if (!row || row.state === "failed") throw new Error(`the import is ${row?.state}`);
    await pause(50);
  }
}

function log(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
