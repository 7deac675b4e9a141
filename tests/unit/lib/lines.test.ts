import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readLines } from "@/lib/lines";

const folder = mkdtempSync(path.join(tmpdir(), "lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(text: string): Promise<string[]> {
  const file = path.join(folder, "file.txt");
  writeFileSync(file, text);
  const lines: string[] = [];
  for await (const line of readLines(file)) lines.push(line);
  return lines;
}

test("lines are read as they stand between newlines, without those that are empty", async () => {
  expect(await linesOf("")).toEqual([]);
  expect(await linesOf("\n\n")).toEqual([]);
  expect(await linesOf("one\n\ntwo")).toEqual(["one", "two"]);
  expect(await linesOf("one\ntwo\n")).toEqual(["one", "two"]);
});

test("a line goes on over what ends one elsewhere, and over the pieces in which a file is read", async () => {
  const lines = ["a\u2028b\u2029c\u0085d\re", "ñ".repeat(100_001), "🙂".repeat(50_001)];
  expect(await linesOf(lines.join("\n"))).toEqual(lines);
});
