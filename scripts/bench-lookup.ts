import path from "node:path";
import { lookUps } from "@/scripts/bench/lookup-load";
import { withTestbed } from "@/scripts/bench/testbed";
import { request } from "./bench/form";
import { type Figures, measure, table } from "./bench/load";
import { bareLookUp, fillOrders, type Target } from "./bench/orders";

const root = path.resolve(import.meta.dirname, "..");
const TILL = "caja@eltornillo.example";
const run = { clients: 8, seconds: 10 };
const nobody: Target = { idNumber: "", number: "" };

/**
 * `npm run bench:lookup`: measures a look-up through the built server, an empty route of the same server, and
 * the bare SQL function, with ten thousand and with a million orders. Load generator and server share this
 * machine.
 */
function main(): Promise<void> {
  return withTestbed(root, async ({ origin, url, owner, signIn }) => {
    const cookie = await signIn(TILL);
    for (const count of [10_000, 1_000_000]) {
      const targets = await fillOrders(owner, count);
      process.stdout.write(
        `\n${count.toLocaleString("es-CO")} órdenes\n\n${table(await figures(origin, cookie, targets, url))}\n`,
      );
    }
  });
}

async function figures(origin: string, cookie: string, targets: Target[], url: string): Promise<Figures[]> {
  const lookUp = await lookUps(origin, cookie, targets);
  const empty = async () => {
    await request(new URL("/api/health", origin));
  };
  const bare = await bareLookUp(url, TILL);
  const rows = [
    await measure("consulta por el servidor", run, lookUp),
    await measure("ruta vacía del mismo servidor", run, empty),
    await measure("solo la función SQL", run, (turn) => bare.ask(targets[turn % targets.length] ?? nobody)),
  ];
  await bare.end();
  return rows;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
