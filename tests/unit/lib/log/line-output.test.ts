import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { LineOutput } from "@/lib/line-output";

/** A pipe that takes what there is room for; `read` gives a new reader, `writer` is the other end. */
function pipe() {
  const name = path.join(mkdtempSync(path.join(tmpdir(), "hanna-pipe-")), "lines");
  execFileSync("mkfifo", [name]);
  const read = () => openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  const reader = read();
  return { read, reader, writer: openSync(name, constants.O_WRONLY | constants.O_NONBLOCK) };
}

/** What can be read now. */
function available(fd: number): string {
  const bytes = Buffer.alloc(100_000);
  try {
    return bytes.toString("latin1", 0, readSync(fd, bytes));
  } catch {
    return "";
  }
}

const lines = Array.from({ length: 40_000 }, (_, n) => `line ${n}\n`).join("");

test("more than a pipe holds arrives whole when its reader is slow", async () => {
  const { reader, writer } = pipe();
  let isDone = false;
  const written = new LineOutput(writer).write(lines).then(() => {
    isDone = true;
  });
  let got = "";
  for (; !isDone; await pause(20)) got += available(reader);
  await written;
  for (let more = available(reader); more; more = available(reader)) got += more;
  expect(got).toBe(lines);
  for (const fd of [reader, writer]) closeSync(fd);
});

test("a line that was cut when the reader ended does not spoil the one that is written next", async () => {
  const { read, reader, writer } = pipe();
  const output = new LineOutput(writer);
  const written = output.write("x".repeat(200_000)).catch((error: NodeJS.ErrnoException) => error.code);
  await pause(300);
  expect(available(reader)).toHaveLength(65_536);
  closeSync(reader);
  expect(await written).toBe("EPIPE");
  const second = read();
  await output.write("whole\n");
  expect(available(second)).toBe("\nwhole\n");
  for (const fd of [second, writer]) closeSync(fd);
});
