import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { request } from "@/scripts/bench/form";
import { makeContenders, makeTickets, type Ticket } from "@/scripts/chaos/tickets";
import { postUse, readUseForm, type UseForm } from "@/scripts/chaos/use-form";
import { ownedDatabase, servingLogin } from "@/scripts/database-logins";
import { loadDemo } from "@/scripts/demo/load";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { heading } from "@/tests/support/counter-pages";
import { expect, test } from "../support/test";

/*
 * A deploy as docs/operations.md asks for it: db:migrate while the version before serves, then its processes are
 * replaced by those of the next build.
 */

const BUILD = ".next-test";
const NEXT_BUILD = ".next-test-siguiente";
const LONGEST_MS = 2_000;
const TILLS = 4;

let cluster: Cluster;
let owner: string;
let portal: string;
let address: { host: string; port: number };
let origin: string;

test.beforeAll(async () => {
  cluster = await startCluster(worldReadableFolder("hanna-despliegue-"));
  owner = await ownedDatabase(cluster.url, "despliegue");
  await migrateDatabase(owner);
  await loadDemo(owner);
  portal = await servingLogin(owner);
  address = { host: "127.0.0.1", port: await freePort() };
  origin = `http://127.0.0.1:${address.port}`;
});
test.afterAll(async () => {
  rmSync(NEXT_BUILD, { recursive: true, force: true });
  await cluster.discard();
});

async function serve(build: string) {
  const env = { DATABASE_URL: portal, PUBLIC_URL: origin, DEMO: "", LOG_LEVEL: "error" };
  const server = startServer(process.cwd(), address, env, build);
  await untilServing(server, address);
  return server;
}

/** The same sources under another name of build, which is what every page carries and every answer is held to. */
function buildAgain(): void {
  const id = readFileSync(path.join(BUILD, "BUILD_ID"), "utf8");
  const next = [...id].reverse().join("");
  rmSync(NEXT_BUILD, { recursive: true, force: true });
  cpSync(BUILD, NEXT_BUILD, {
    recursive: true,
    filter: (from) => !from.startsWith(path.join(BUILD, "cache")),
  });
  for (const name of readdirSync(NEXT_BUILD, { recursive: true, encoding: "utf8" })) {
    const file = path.join(NEXT_BUILD, name);
    if (!statSync(file).isFile()) continue;
    const content = readFileSync(file);
    if (content.includes(id)) writeFileSync(file, content.toString("latin1").replaceAll(id, next), "latin1");
  }
}

test("pages opened before a deploy still submit, with and without JavaScript, and keep what was typed", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const sql = connect(owner, null, 1);
  const tickets = (await makeTickets(sql, await makeContenders(sql, 2), [1, 1])).flat();
  await sql.end();
  let server = await serve(BUILD);
  try {
    const opened: { counter: Page; door: Page }[] = [];
    for (const [at, { lookupId, contender }] of tickets.entries()) {
      const [name = "", value = ""] = contender.cookie.split("=");
      const context = { baseURL: origin, locale: "es-CO", javaScriptEnabled: at === 0 };
      const till = await browser.newContext(context);
      await till.addCookies([{ name, value, url: origin }]);
      const counter = await till.newPage();
      await counter.goto(`/consultar/r/${lookupId}/usar`);
      await expect(heading(counter)).toHaveText("Va a registrar este uso");
      const door = await (await browser.newContext(context)).newPage();
      await door.goto("/ingresar");
      await door.getByLabel("Correo electrónico").fill("nadie@ejemplo.com.co");
      opened.push({ counter, door });
    }
    expect(opened).toHaveLength(2);
    await stopServer(server);
    buildAgain();
    server = await serve(NEXT_BUILD);
    for (const { counter, door } of opened) {
      await door.getByLabel("Contraseña", { exact: true }).fill("una frase que no es");
      await door.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(door.getByText("El correo o la contraseña no coinciden")).toBeVisible();
      await expect(door.getByLabel("Correo electrónico")).toHaveValue("nadie@ejemplo.com.co");
      await counter.getByRole("button", { name: "Sí, registrar el uso" }).click();
      await expect(counter).toHaveURL(/\/comprobantes\//);
    }
  } finally {
    await stopServer(server);
  }
});

test("db:migrate replaces every function beside a long reader without slowing requests of the previous version", async () => {
  test.setTimeout(180_000);
  const next = worldReadableFolder("hanna-siguiente-");
  mkdirSync(path.join(next, "db"));
  for (const folder of ["functions", "migrations"])
    cpSync(`db/${folder}`, path.join(next, "db", folder), { recursive: true });
  const changeFunctions = (version: number) => {
    for (const file of readdirSync("db/functions")) {
      const changed = readFileSync(path.join("db/functions", file), "utf8").replaceAll(
        /\bas \$\$/g,
        `as $$$$ /* ${version} */`,
      );
      writeFileSync(path.join(next, "db/functions", file), changed);
    }
  };
  const server = await serve(BUILD);
  const sql = connect(owner, null, 3);
  try {
    const contenders = await makeContenders(sql, TILLS, 10);
    const tickets = (await makeTickets(sql, contenders, Array<number>(600).fill(1))).flat();
    const form = await readUseForm(origin, tickets.pop() as Ticket);
    const seen = { longest: 0, statuses: new Set<number>(), receipts: 0, other: 0 };
    let migrated = false;
    const timed = async <T>(work: () => Promise<T>): Promise<T> => {
      const from = Date.now();
      const answer = await work();
      seen.longest = Math.max(seen.longest, Date.now() - from);
      return answer;
    };
    const till = async () => {
      while (!migrated) {
        const ticket = tickets.pop();
        if (!ticket) throw new Error("too few orders");
        const { kind } = await timed(() => postUse(origin, form, ticket, crypto.randomUUID()));
        seen[kind === "receipt" ? "receipts" : "other"] += 1;
        const cookie = ticket.contender.cookie;
        const page = await timed(() => request(new URL("/historial", origin), { headers: { cookie } }));
        seen.statuses.add(page.status);
      }
    };
    await warm(origin, form, tickets);
    const tills = Array.from({ length: TILLS }, till);
    await sql.begin(async (transaction) => {
      await transaction`select count(*) from "order"`; // as pg_dump holds it
      // Several times, so that every till meets a migration under way.
      for (const version of [1, 2, 3, 4]) {
        changeFunctions(version);
        await migrateDatabase(owner, next);
      }
    });
    migrated = true;
    await Promise.all(tills);
    console.log(`${seen.receipts} uses, longest answer ${seen.longest} ms`);
    expect([...seen.statuses]).toEqual([200]);
    expect(seen.receipts).toBeGreaterThan(TILLS);
    expect(seen.other).toBe(0);
    expect(seen.longest).toBeLessThan(LONGEST_MS);
  } finally {
    await sql.end({ timeout: 1 });
    await stopServer(server);
    rmSync(next, { recursive: true, force: true });
  }
});

/** The first pages of a process take longer, deploy or not. */
async function warm(at: string, form: UseForm, tickets: Ticket[]): Promise<void> {
  for (const ticket of tickets.splice(0, 3)) {
    await postUse(at, form, ticket, crypto.randomUUID());
    await request(new URL("/historial", at), { headers: { cookie: ticket.contender.cookie } });
  }
}
