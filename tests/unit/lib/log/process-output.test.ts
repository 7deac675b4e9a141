import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const CANARY = "Canaria 1042555318";

/** Runs a program that takes the console over first; answers all that it wrote. */
function output(program: string): { lines: Record<string, unknown>[]; all: string } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", `const CANARY = ${JSON.stringify(CANARY)};${program}`],
    { encoding: "utf8", cwd: process.cwd(), env: { ...process.env, LOG_LEVEL: "debug" } },
  );
  const all = stdout + stderr;
  const lines = all.split("\n").filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line)), all };
}

const start = `
  const { captureConsole, reportError } = await import("./lib/console.ts");
  const { log, logError } = await import("./lib/log.ts");
  captureConsole();`;

test("every console output becomes JSON lines without its message", () => {
  const { lines, all } = output(`${start}
    console.error(CANARY, new Error(CANARY));
    console.warn("%s", CANARY);
    console.log({ name: CANARY });
    console.table([{ CANARY }]);
    process.emitWarning(CANARY, CANARY, CANARY);
    Promise.reject(new TypeError(CANARY));
    Promise.reject(CANARY);
  `);
  expect(all).not.toContain("Canaria");
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining(["console.error", "console.text", "process.warning", "promise.rejected"]),
  );
});

test("an error reported in several places is one line, with the id of its page", () => {
  const { lines } = output(`${start}
    const error = Object.assign(new Error(CANARY), { digest: "2871398@E12" });
    console.error(error);
    reportError("request.failed", error, { route: "/consultar" });
    console.error("again", error);
  `);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ event: "request.failed", id: "2871398@E12", route: "/consultar" });
});

test("an error seen by the console only is logged when the process ends", () => {
  const { lines } = output(`${start} console.error(new RangeError(CANARY)); process.exit(0);`);
  expect(lines).toMatchObject([{ event: "console.error", error: { name: "RangeError" } }]);
});

test("a logged value cannot start another line or send terminal control codes", () => {
  const { lines, all } = output(`${start}
    log.info({ event: "try\\n{\\"event\\":\\"forged\\"}", deep: { said: "\\u001b[2J\\u202Eforged\\u2028x" } });
  `);
  expect(lines).toHaveLength(1);
  expect(all).toMatch(/^[\x20-\x7e]*\n$/);
});
