import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { readCatalogue } from "@/db/contract/catalogue";
import { writeContract } from "@/db/contract/write";

test("the generated contract in the repository equals the database catalogue", async () => {
  const client = connect(process.env.DATABASE_URL ?? "", null, 1);
  const text = writeContract(await readCatalogue(client));
  await client.end();
  expect(text).toBe(readFileSync("db/contract/functions.generated.ts", "utf8"));
});

test("a call returns its declared TypeScript types, and an undeclared null is an error", async () => {
  const db = jobsDatabase();
  const answer = await call(db, "find_stale_import", {});
  expect(answer).toBeNull();
  const nothing = { execute: async () => [{ result: null }] };
  await expect(call(nothing, "import_waits", {})).rejects.toThrow("import_waits answered no result");
  await expect(call(db, "import_waits", { no: 1 } as never)).rejects.toThrow("no argument no");
});

test("a type that cannot be converted is refused, and the message says what to do", () => {
  const lasts = { name: "p_lasts", type: "interval", nullable: false, optional: false };
  const claims = { name: "claim", args: [lasts], answers: "void" as const, columns: [] };
  expect(() => writeContract({ functions: [claims], domains: [] })).toThrow("an interval goes as seconds");
});
