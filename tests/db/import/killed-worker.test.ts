import { type StdioOptions, spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { workOnImport } from "@/domain/import/job";
import { confirmUploaded } from "@/domain/import/upload";
import { authorize, type Grant } from "@/model/access";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload, uploadAgreements } from "@/tests/support/factories/upload";
import { clusterUrl } from "@/tests/support/new-database";
import { separateDatabase } from "@/tests/support/separate-database";
import { archiveOf, workbookParts } from "@/tests/support/workbook";

/** IMPORT_KILLS=20 IMPORT_LINES=200000 npm test -- db killed-worker */
const kills = Number(process.env.IMPORT_KILLS ?? 4);
const lines = Number(process.env.IMPORT_LINES ?? 6_000);
/** Every tenth line is rejected, and every tenth repeats an earlier one. */
const isBad = (at: number) => at % 10 === 3;
const isRepeated = (at: number) => at % 10 === 7;

const superuser = connect(clusterUrl(), null, 1);
let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("matar"), null, 1);
  grant = await importer(owner, "administrator");
});
afterAll(() => Promise.all([owner.end(), superuser.end()]));

function file(): string {
  return orderFile(
    Array.from({ length: lines }, (_, at) => {
      const number = `K${isRepeated(at) ? at - 1 : at}`;
      return orderCells(7, { NRODCTO: number, ...(isBad(at) ? { VALOR: "48O.000" } : {}) });
    }),
  );
}

type Run = { state: string; lines_done: number; inserted: number; repeated: number; refused: number };

async function read(run: string): Promise<Run> {
  const [row] = await owner<
    Run[]
  >`select state, lines_done, inserted, repeated, refused from import_run where id = ${run}`;
  if (!row) throw new Error("no run");
  return row;
}

function startWorker(stdio: StdioOptions = "ignore") {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/import-worker.ts"], { stdio });
  return { child, ended: once(child, "exit") };
}

/** Waits until the file has left the state or so many of its lines are done. */
async function untilLine(run: string, state: string, line: number, each = () => {}): Promise<void> {
  for (let now = await read(run); now.state === state && now.lines_done < line; now = await read(run)) {
    each();
    await pause(5);
  }
}

/** Starts a worker and kills it at a random line. */
async function killed(run: string, state: string, most = lines): Promise<void> {
  let worker = startWorker();
  await owner`update import_run set lines_done = 0 where id = ${run}`;
  await untilLine(run, state, randomInt(1, most), () => {
    // A worker that the database leaves waiting for too long on a busy machine ends by itself; a server starts another.
    if (worker.child.exitCode !== null) worker = startWorker();
  });
  worker.child.kill("SIGKILL");
  await worker.ended;
  // A file that ends three workers is given up; here it is the test that ends them, and waits for no lease.
  await owner`update import_run set attempts = 0, leased_by = null, leased_until = null where id = ${run}`;
}

async function finish(run: string, state: string): Promise<void> {
  while ((await read(run)).state === state)
    await workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
}

test(`with the worker killed ${kills} times, every good line is imported once and no other is`, {
  timeout: 1_200_000,
}, async () => {
  const run = await upload(grant, file());
  const inPreview = Math.floor(kills / 4);
  for (let at = 0; at < inPreview; at++) await killed(run, "preview_queued");
  await finish(run, "preview_queued");
  expect(await read(run)).toMatchObject({ state: "previewed", inserted: 0 });
  await confirmUploaded(grant, { run, applyChanges: false }, client);
  for (let at = inPreview; at < kills; at++) await killed(run, "import_queued");
  await finish(run, "import_queued");

  const good = Array.from({ length: lines }, (_, at) => at).filter((at) => !isBad(at) && !isRepeated(at));
  expect(await read(run)).toMatchObject({
    state: "finished",
    inserted: good.length,
    refused: Array.from({ length: lines }, (_, at) => at).filter(isBad).length,
    repeated: Array.from({ length: lines }, (_, at) => at).filter(isRepeated).length,
  });
  const stored = await owner<{ number: string }[]>`select number from "order"`;
  expect(stored.map(({ number }) => number).sort()).toEqual(good.map((at) => `K${at}`).sort());
  const [faults] = await owner`select count(distinct line)::int as n from import_fault where run_id = ${run}`;
  expect(faults).toEqual({ n: good.length === 0 ? 0 : Math.ceil((lines - 3) / 10) });
});

test("with its connections cut four times, one worker finishes the file, and no attempt counts", {
  timeout: 600_000,
}, async () => {
  const run = await upload(grant, file());
  const [mine] = await owner<[{ database: string; pid: number }]>`
    select current_database() as database, pg_backend_pid() as pid`;
  const { child, ended } = startWorker();
  for (let cut = 0; cut < 4; cut++) {
    await untilLine(run, "preview_queued", randomInt(1, lines / 2));
    await superuser`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${mine.database} and pid <> ${mine.pid}`;
    await owner`update import_run set lines_done = 0 where id = ${run}`;
  }
  await untilLine(run, "preview_queued", lines + 1);
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await ended;
  expect(await read(run)).toMatchObject({ state: "previewed" });
});

test("with the worker killed while it loads convenios, each is written once", {
  timeout: 600_000,
}, async () => {
  const nits = Array.from({ length: 4_000 }, (_, at) => String(800_000_000 + at));
  const agreements = authorize(grant.actor, "agreement.manage");
  const run = await uploadAgreements(agreements, agreementFile(nits.map((nit) => agreementCells(nit))));
  await killed(run, "preview_queued", nits.length);
  await finish(run, "preview_queued");
  await confirmUploaded(grant, { run }, client);
  for (let at = 0; at < 2; at++) await killed(run, "import_queued", nits.length);
  await finish(run, "import_queued");
  expect(await read(run)).toMatchObject({
    state: "finished",
    inserted: nits.length,
    repeated: 0,
    refused: 0,
  });
  const [stored] =
    await owner`select count(*)::int as n from agreement where nit between '800000000' and '800003999'`;
  expect(stored).toEqual({ n: nits.length });
});

test("a worker hears that a file without a line is taken from it before it has read it to its end", async () => {
  const rows = Array.from({ length: 2_000_000 }, (_, at) => `<row r="${at + 1}"/>`).join("");
  const run = await upload(grant, archiveOf(workbookParts(rows)), "vacias.xlsx");
  const events: string[] = [];
  let claimed = () => {};
  const begun = new Promise<void>((resolve) => {
    claimed = resolve;
  });
  const worker = {
    ...{ id: randomUUID(), leaseSeconds: 1 },
    onRun: () => claimed(),
    onLost: () => events.push("lost"),
  };
  const work = workOnImport(jobsDatabase(), worker).then(() => events.push("read"));
  await begun;
  await owner`update import_run set leased_by = gen_random_uuid() where id = ${run}`;
  await work;
  expect(events[0]).toBe("lost");
});

test("a worker whose server stops while it loads exits at once", { timeout: 120_000 }, async () => {
  const spoken: StdioOptions = ["ignore", "ignore", "ignore", "ipc"];
  const [orphan, { child: supervised }] = [startWorker(spoken), startWorker(spoken)];
  orphan.child.disconnect();
  // Both load at the same time, and this one has loaded when it sends its first heartbeat.
  await once(supervised, "message");
  // Without work a worker would wait 20 s for some.
  expect(await Promise.race([orphan.ended, pause(10_000, "still running")])).toEqual([0, null]);
  supervised.kill("SIGKILL");
});
