import { randomInt, randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect, isDatabaseDown } from "@/db/connection";
import { type Attempt, checkHistory } from "@/scripts/chaos/check-ledger";
import { type FilesVerdict, importFiles } from "@/scripts/chaos/order-files";
import { type ChaosTestbed, withChaosTestbed } from "@/scripts/chaos/testbed";
import { makeContenders, makeTickets, type Ticket } from "@/scripts/chaos/tickets";
import { demotePostgres, killImportWorker, killPostgres, restartPostgres } from "./chaos/nemesis";
import { randomFrom } from "./chaos/random";
import { postUse, readUseForm, type UseForm } from "./chaos/use-form";

/**
 * `npm run test:chaos -- [--minutes 10] [--seed N]`: counters register uses through the built server and
 * retry with the same idempotency key until they get an answer, and order files are imported, while server,
 * database and import worker are killed, the network to the database is slow or cut, and the database is
 * read-only. Then the ledger is compared with the answers, and the orders with the files. The seed repeats
 * which orders are contended and which faults happen when.
 */

const CLIENTS = 16;
const STOCK = 600;
const KILL_EVERY_MS = 3_400;
const RETRY_MS = 120;
/**
 * Longer than the server's statement timeout, so that some statements arrive after the server gave them up.
 */
const LONGEST_HOLD_MS = 8_000;

/**
 * The least faults and uses per minute: with fewer nothing was tested; two idle cores do ten times as many.
 */
const LEAST = { faults: 6, uses: 200 };
/** On a busy machine the run is extended up to this many times, until enough was tested. */
const LONGEST = 4;

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 10);
const seed = Number(values.seed ?? randomInt(1, 2 ** 31));
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error("--minutes y --seed son números");

type FaultCounts = Record<keyof typeof faults, number>;

/** The faults that are injected, and the percentage of each. */
const faults = {
  "kill -9 de la aplicación": { share: 25, do: (testbed: ChaosTestbed) => testbed.killApp() },
  "kill -9 de PostgreSQL": { share: 28, do: (testbed: ChaosTestbed) => killPostgres(testbed.cluster) },
  "reinicios de PostgreSQL": { share: 8, do: (testbed: ChaosTestbed) => restartPostgres(testbed.cluster) },
  "línea lenta hacia la base": {
    share: 9,
    do: (testbed: ChaosTestbed, random: number) => testbed.line.hold(300 + random * LONGEST_HOLD_MS),
  },
  "línea cortada hacia la base": {
    share: 9,
    do: (testbed: ChaosTestbed, random: number) => testbed.line.cut(random * 1_500),
  },
  "kill -9 de quien importa": {
    share: 12,
    do: (testbed: ChaosTestbed) => killImportWorker(testbed.serverPid()),
  },
  "base de solo lectura": {
    share: 9,
    do: (testbed: ChaosTestbed, random: number) => demotePostgres(testbed.cluster, 300 + random * 1_500),
  },
};

const attempts: Attempt[] = [];
let unknown = 0;
const done = Object.fromEntries(Object.keys(faults).map((what) => [what, 0])) as FaultCounts;

const faultsDone = () => Object.values(done).reduce((sum, times) => sum + times, 0);
const isEnough = (uses: number) => faultsDone() >= minutes * LEAST.faults && uses >= minutes * LEAST.uses;

async function main(): Promise<boolean> {
  process.stdout.write(`Semilla ${seed}, ${minutes} min\n`);
  return withChaosTestbed(path.resolve(import.meta.dirname, ".."), async (testbed) => {
    const random = randomFrom(seed);
    const contenders = await withDatabase(testbed, (owner) => makeContenders(owner, 6));
    // One order in ten is contended by three counters at once.
    const restock = () =>
      withDatabase(testbed, (owner) =>
        makeTickets(
          owner,
          contenders,
          Array.from({ length: STOCK }, () => (random() < 0.1 ? 3 : 1)),
        ),
      );
    const shelf = await restock();
    const sample = shelf.pop()?.[0];
    if (!sample) throw new Error("no order to begin with");
    const form = await readUseForm(testbed.origin, sample);

    const start = Date.now();
    const goesOn = () => {
      const past = (Date.now() - start) / 60_000 / minutes;
      return (
        past < 1 ||
        (past < LONGEST && !isEnough(attempts.filter(({ result }) => result.kind === "receipt").length))
      );
    };
    let filling: Promise<void> | null = null;
    const next = async (): Promise<Ticket[] | undefined> => {
      if (shelf.length < STOCK / 2 && !filling) {
        filling = restock().then((more) => {
          shelf.push(...more);
          filling = null;
        });
        filling.catch(() => {}); // its error is thrown to who waits for it
      }
      if (shelf.length === 0) await filling;
      return shelf.pop();
    };
    const till = async () => {
      while (goesOn()) {
        const tickets = await next();
        await Promise.all((tickets ?? []).map((ticket) => settle(testbed, form, ticket)));
      }
    };
    const files = importFiles((work) => withDatabase(testbed, work));
    const kills = nemesis(testbed, random, goesOn);
    kills.catch(() => {}); // its error is thrown below, when the counters are done
    await Promise.all(Array.from({ length: CLIENTS }, till));
    await kills;
    return report(testbed, await files.stop());
  });
}

/** Retries until the counter gets a receipt or a refusal, always with the same idempotency key. */
async function settle(testbed: ChaosTestbed, form: UseForm, ticket: Ticket): Promise<void> {
  const key = randomUUID();
  for (let posts = 1; ; posts += 1) {
    const result = await postUse(testbed.origin, form, ticket, key);
    if (result.kind !== "nothing") {
      if (posts > 1) unknown += 1;
      attempts.push({ ticket, key, posts, result });
      return;
    }
    await pause(RETRY_MS);
  }
}

async function nemesis(testbed: ChaosTestbed, random: () => number, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    await pause(KILL_EVERY_MS * (0.6 + 0.6 * random()));
    let dice = random() * 100;
    const strength = random();
    for (const [what, fault] of Object.entries(faults)) {
      dice -= fault.share;
      if (dice >= 0) continue;
      await fault.do(testbed, strength);
      done[what as keyof FaultCounts] += 1;
      break;
    }
  }
}

async function report(testbed: ChaosTestbed, files: FilesVerdict): Promise<boolean> {
  const { uses, faults } = await withDatabase(testbed, (owner) => checkHistory(owner, attempts));
  const all = { ...faults, ...files.faults, "caídas de la aplicación por sí sola": testbed.crashes() };
  const rows: [string, number][] = [
    ...Object.entries(done),
    ["usos", uses],
    ["intentos", attempts.length],
    ["archivos importados", files.finished],
    ["archivos dejados tras tres muertes", files.abandoned],
    ["intentos sin respuesta, resueltos con su clave", unknown],
    ...Object.entries(all),
  ];
  for (const [what, count] of rows)
    process.stdout.write(`  ${what.padEnd(48)}${String(count).padStart(8)}\n`);
  const sound = Object.values(all).every((count) => count === 0);
  const enoughRuns = isEnough(uses);
  if (!enoughRuns) process.stdout.write("Muy pocos usos o muertes para decir algo.\n");
  process.stdout.write(sound && enoughRuns ? "bien\n" : `falló; repita con --seed ${seed}\n`);
  return sound && enoughRuns;
}

/** Runs one piece of work on a new connection, and retries it while the database is down. */
async function withDatabase<T>(
  testbed: ChaosTestbed,
  work: (owner: ReturnType<typeof connect>) => Promise<T>,
): Promise<T> {
  for (;;) {
    const owner = connect(testbed.url, null, 4);
    try {
      return await work(owner);
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      await pause(RETRY_MS);
    } finally {
      await owner.end({ timeout: 1 }).catch(() => {});
    }
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
