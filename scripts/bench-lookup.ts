import path from "node:path";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { loadDemo } from "@/db/demo/load";
import { migrateDatabase } from "@/db/migrate";
import { newToken } from "@/lib/crypto/token";
import { hiddenFields, postForm, request } from "./bench/form";
import { type Figures, measure, table } from "./bench/load";
import { bareLookUp, fillOrders, type Target } from "./bench/orders";
import { ensureBuilt } from "./build";
import { ensureDatabase } from "./database";
import { freePort, startCluster } from "./embedded-postgres";
import { passableFolder } from "./passable-folder";
import { keptSecrets } from "./secrets";
import { startServer, stopServer, untilServing } from "./server";

const root = path.resolve(import.meta.dirname, "..");
const TILL = "caja@eltornillo.example";
const run = { clients: 8, seconds: 10 };

/**
 * `npm run bench:lookup`: the look-up through the built server, an empty route of the same server, and the bare
 * function, with ten thousand and with a million orders. Load and server share this machine.
 */
async function main(): Promise<void> {
  const folder = passableFolder("hanna-medida-");
  const secrets: Record<string, string> = { ...keptSecrets(folder) };
  secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32, "pruebas").toString("base64");
  ensureBuilt(root, secrets, ".next-test");
  const cluster = await startCluster(folder);
  const DATABASE_URL = await ensureDatabase(cluster.url, "medida");
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = { ...secrets, DATABASE_URL, PUBLIC_URL: origin, DEMO: "1", LOG_LEVEL: "error" };
  Object.assign(process.env, env);
  await migrateDatabase(DATABASE_URL, root);
  await loadDemo(DATABASE_URL);
  const server = startServer(root, address, env, ".next-test");
  await untilServing(server, address);
  const owner = connect(DATABASE_URL, null, 2);
  try {
    const cookie = await openSession(owner);
    for (const count of [10_000, 1_000_000]) {
      const targets = await fillOrders(owner, count);
      process.stdout.write(
        `\n${count.toLocaleString("es-CO")} órdenes\n\n${table(await figures(origin, cookie, targets, DATABASE_URL))}\n`,
      );
    }
  } finally {
    await owner.end();
    await stopServer(server);
    await cluster.discard();
  }
}

async function figures(origin: string, cookie: string, targets: Target[], url: string): Promise<Figures[]> {
  const form = new URL("/consultar", origin);
  const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
  const target = (turn: number) => targets[turn % targets.length] ?? { idNumber: "", number: "" };
  const lookUp = async (turn: number) => {
    const { idNumber, number } = target(turn);
    const { location } = await postForm(form, cookie, [
      ...hidden,
      ["idNumber", idNumber],
      ["kindCode", "AS"],
      ["number", number],
    ]);
    if (!location?.startsWith("/consultar/r/")) throw new Error(`answered with ${location}`);
  };
  const empty = async () => {
    await request(new URL("/api/health", origin));
  };
  const bare = await bareLookUp(url, TILL);
  const rows = [
    await measure("consulta por el servidor", run, lookUp),
    await measure("ruta vacía del mismo servidor", run, empty),
    await measure("solo la función SQL", run, (turn) => bare.ask(target(turn))),
  ];
  await bare.end();
  return rows;
}

async function openSession(owner: postgres.Sql): Promise<string> {
  const { token, hash } = newToken();
  await owner`select open_session(p.id, ${hash}, 43200, 604800, '127.0.0.1', 'bench') from person p where p.email = ${TILL}`;
  return `sesion=${await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET ?? "", salt: "sesion" })}`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
