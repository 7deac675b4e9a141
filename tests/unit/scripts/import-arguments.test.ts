import { expect, test, vi } from "vitest";
import { runImport } from "@/scripts/import/run-import";

test("the name of a file that a command prints has no signs that a terminal acts on", async () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  const kind = {
    title: String,
    usage: "uso",
    options: [],
    run: () => Promise.reject(new Error("never run")),
  };
  for (const args of [["a.csv", "x\u001b[31mROJO.csv"], ["--x\u001b[31mROJO"]])
    expect(await runImport(kind, args)).toBe(1);
  vi.restoreAllMocks();
  expect(written).toHaveLength(2);
  expect(written.join("")).toContain("ROJO");
  expect(written.join("")).not.toContain("\u001b");
});
