import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { orderCells, orderFile } from "@/tests/support/factories/order";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-comando-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(text: string): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, text);
  return file;
}

/** The command as npm runs it. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn("node", ["--import", "tsx", "scripts/import-orders.ts", ...args], {
    env: { ...process.env, ...env },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, out, err };
}

const freshSerial = () => 1_000_000_000 + randomInt(1, 900_000_000);
/** IDs of ten digits, whatever the number of the order. */
const cells = (serial: number, more = {}) => orderCells(serial, { NIT: "1043000001", ...more });

test("the import command exits with 0 when every line was imported and 2 when some were refused", async () => {
  const at = freshSerial();
  const file = save(orderFile([cells(at)]));
  expect(await run([file])).toMatchObject({ code: 0, err: "" });
  const bad = await run([save(orderFile([cells(at + 1), cells(at + 2, { VALOR: "48O.000" })]))]);
  expect(bad.code).toBe(2);
  expect(bad.out).toContain("Línea 3, VALOR: «48O.000». Tiene una letra entre los números.");
});

test("the import command exits with 1 and one line without a stack trace when nothing was done", async () => {
  const file = save(orderFile([cells(freshSerial())]));
  const cases = await Promise.all([
    run(["no-existe.csv"]),
    run([save("UNO;DOS\n1;2\n")]),
    run([]),
    run([file, "--borrar"]),
    run([file], { DATABASE_URL: "postgres://postgres@127.0.0.1:1/hanna" }),
  ]);
  expect(cases.map(({ err }) => err.trim().slice(0, 33))).toEqual([
    "No existe el archivo.",
    "La primera línea no trae los nomb",
    "Indique el archivo. Uso: npm run ",
    "No se entiende: --borrar. Uso: np",
    "DATABASE_URL: la base de datos no",
  ]);
  for (const { code, err } of cases) {
    expect(code).toBe(1);
    expect(err.trim()).not.toContain("\n");
  }
  const wrong = save(orderFile([cells(freshSerial(), { NOMBRE: "" })]));
  expect((await run([wrong, "--all-or-nothing"])).code).toBe(1);
});

test("the import command brings nothing in with other keys than the installation's, or with none", async () => {
  const file = save(orderFile([cells(freshSerial())]));
  const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
  const [others, none] = await Promise.all([
    run([file], { DATA_KEYS: `1:${key("x")}`, INDEX_KEY: key("y") }),
    // Nothing says that a command run by hand is a test.
    run([file], { NODE_ENV: "", DATA_KEYS: "", INDEX_KEY: "" }),
  ]);
  expect(others).toMatchObject({ code: 1, out: "" });
  expect(others.err).toMatch(/^DATA_KEYS, INDEX_KEY o AUTH_SECRET no son los de esta base de datos/);
  expect(none).toEqual({
    code: 1,
    out: "",
    err: "Falta DATA_KEYS: en producción ninguna llave se deriva de otra.\n",
  });
});
