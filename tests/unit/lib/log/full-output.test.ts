import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

/** A process that is still there after this is frozen: the load of a busy machine is in it. */
const FROZEN_MS = 25_000;

/** Runs a program with the log as it stands, and this as its standard error; says how it ended and what it printed. */
function run(program: string, stderr: number): Promise<{ ended: number | string | null; printed: string }> {
  const args = ["--import", "tsx", "--input-type=module", "-e"];
  const child = spawn(process.execPath, [...args, program], { stdio: ["ignore", "pipe", stderr] });
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    printed += chunk;
  });
  let isFrozen = false;
  const tooLong = setTimeout(() => {
    isFrozen = true;
    child.kill("SIGKILL");
  }, FROZEN_MS);
  return new Promise((resolve) =>
    child.on("close", (code, signal) => {
      clearTimeout(tooLong);
      resolve({ ended: isFrozen ? "frozen" : (code ?? signal), printed });
    }),
  );
}

const start = `
  import { setTimeout as pause } from "node:timers/promises";
  import { log } from "./lib/log.ts";
  import { endProcess } from "./lib/line-output.ts";
  process.on("uncaughtException", () => { log.fatal({ event: "process.crashed" }); void endProcess(1); });
`;

/** A disk without room: every write to it fails. */
async function onFullDisk(program: string) {
  const full = openSync("/dev/full", "w");
  try {
    return await run(program, full);
  } finally {
    closeSync(full);
  }
}

test.runIf(process.platform === "linux")(
  "a server whose log's disk is full goes on serving, and ends when it is asked to",
  async () => {
    const program = `${start}
      for (let n = 0; n < 50; n++) { log.info({ event: "some" }); await pause(2); }
      console.log("serves");
      log.error({ event: "last" });
      process.exit(7);`;
    expect(await onFullDisk(program)).toEqual({ ended: 7, printed: "serves\n" });
  },
  FROZEN_MS + 10_000,
);

test.runIf(process.platform === "linux")(
  "a server that crashes while its log's disk is full ends, so that another one takes its place",
  async () => {
    const program = `${start} log.info({ event: "some" }); setTimeout(() => { throw new Error("crash"); }, 20);`;
    expect((await onFullDisk(program)).ended).toBe(1);
  },
  FROZEN_MS + 10_000,
);

test(
  "a server whose log is read by nobody any more ends, although a write is held up",
  async () => {
    const fifo = path.join(mkdtempSync(path.join(tmpdir(), "hanna-log-")), "stopped");
    execFileSync("mkfifo", [fifo]);
    const pipe = openSync(fifo, "r+");
    const program = `${start}
      for (let n = 0; n < 2_000; n++) log.info({ event: "some".repeat(50) });
      setTimeout(() => { throw new Error("crash"); }, 4_000);`;
    expect((await run(program, pipe)).ended).not.toBe("frozen");
    closeSync(pipe);
  },
  FROZEN_MS + 10_000,
);

/** The other end of a pipe that is full and that nobody reads. */
function fullPipe(): number {
  const fifo = path.join(mkdtempSync(path.join(tmpdir(), "hanna-log-")), "full");
  execFileSync("mkfifo", [fifo]);
  const pipe = openSync(fifo, "r+");
  const filler = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    for (;;) writeSync(filler, Buffer.alloc(4_096));
  } catch {
    closeSync(filler);
  }
  return pipe;
}

/** A child that inherits it makes the pipe one whose writes wait, as those of a server are that has started a child. */
const waiting = `
  import { execFileSync } from "node:child_process";
  execFileSync("true", { stdio: ["ignore", "ignore", "inherit"] });`;

test.each([
  ["at its first line", `throw new Error("crash");`],
  [
    "while earlier lines wait",
    `for (let n = 0; n < 9; n++) log.info({ event: "some" }); throw new Error("crash");`,
  ],
])(
  "a server that crashes %s ends, although nobody takes what it logs and the write began just now",
  async (_, crash) => {
    const pipe = fullPipe();
    expect((await run(`${start} ${waiting} setImmediate(() => { ${crash} });`, pipe)).ended).toBe("SIGKILL");
    closeSync(pipe);
  },
  FROZEN_MS + 10_000,
);

test(
  "a server that is asked to stop ends, although nobody takes what it logs",
  async () => {
    const pipe = fullPipe();
    const program = `import { stopInOrder } from "./lib/graceful-stop.ts";
      ${waiting}
      stopInOrder(async () => {}).stop("SIGINT");`;
    expect((await run(program, pipe)).ended).toBe("SIGKILL");
    closeSync(pipe);
  },
  FROZEN_MS + 10_000,
);

test("a server that crashes ends with its code, and its last line is in the log", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "hanna-log-")), "log.txt");
  const out = openSync(file, "a");
  const program = `${start} log.info({ event: "first" }); setImmediate(() => { throw new Error("crash"); });`;
  expect((await run(program, out)).ended).toBe(1);
  closeSync(out);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["first", "process.crashed"]);
});

test("a process that ends at once still writes its last lines, in their order", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "hanna-log-")), "log.txt");
  const out = openSync(file, "a");
  const program = `${start} for (let n = 0; n < 500; n++) log.info({ event: String(n) }); process.exit(0);`;
  expect((await run(program, out)).ended).toBe(0);
  closeSync(out);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => Number(JSON.parse(line).event))).toEqual(
    Array.from({ length: 500 }, (_, n) => n),
  );
});
