import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putAsideOrphanedData } from "@/scripts/orphaned-data";
import { outsideOf } from "@/scripts/postgres-folder";

let above: string;
beforeEach(() => {
  above = mkdtempSync(path.join(os.tmpdir(), "hanna-huerfana-"));
  mkdirSync(folder());
  mkdirSync(data(), { recursive: true });
  writeFileSync(path.join(data(), "PG_VERSION"), "18");
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const folder = () => path.join(above, ".datos");
const outside = () => path.join(above, "var");
const base = () => outsideOf(folder(), outside());
const data = () => path.join(base(), "cluster/postgres");
const begin = async (): Promise<string[]> => {
  const lines: string[] = [];
  await putAsideOrphanedData(folder(), (line) => lines.push(line), outside());
  return lines;
};

test.runIf(process.getuid?.() === 0)(
  "when root deletes the data folder to start anew, the database outside of it is put aside and kept once",
  async () => {
    const aside = path.join(base(), "cluster.anterior/postgres/PG_VERSION");
    expect(await begin()).toEqual([expect.stringContaining("cluster.anterior")]);
    expect([existsSync(data()), existsSync(aside)]).toEqual([false, true]);
    expect(await begin()).toEqual([]);
    mkdirSync(data(), { recursive: true });
    writeFileSync(path.join(data(), "PG_VERSION"), "19");
    expect(await begin()).toHaveLength(1);
    expect(readFileSync(aside, "utf8")).toBe("19");
  },
);

test.each(["secrets.json", "conexion.json"])(
  "a database of which %s is still there is never put aside",
  async (name) => {
    writeFileSync(path.join(folder(), name), "{}");
    expect(await begin()).toEqual([]);
    expect(existsSync(data())).toBe(true);
  },
);
