import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pureRules } from "@/scripts/mutate/rules";
import { everySqlMutant, faultsOfMap } from "@/scripts/mutate/sql";
import { sqlMutants } from "@/scripts/mutate/sql-mutants";
import { ownImports } from "@/tests/support/import-graph";
import { productFiles } from "../support/files";

test("every file of SQL functions lists the tests that cover it, and all of them exist", () => {
  expect(faultsOfMap(process.cwd())).toEqual([]);
  expect(everySqlMutant(process.cwd()).length).toBeGreaterThan(1_500);
});

test("files that draw a PDF are not measured as rules", () => {
  const rules = pureRules(process.cwd());
  expect(rules).not.toContain("domain/print/sheet.ts");
  expect(rules).toContain("domain/account/budgets.ts");
});

test("the mutants cover limits, durations, permissions, conditions and audit events", () => {
  const now = sqlMutants(
    "x.sql",
    [
      "create function a() returns interval language sql immutable as $$ select interval '15 minutes' $$;",
      "create function b() returns text language plpgsql as $$",
      "begin",
      "  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;",
      "  if (select count(*) from counter) >= 50 then",
      "  perform audit_append('order.issued', p_actor,",
      "    p_ip);",
      "end $$;",
    ].join("\n"),
  );
  expect(now.map(({ line, now: text }) => [line, text])).toEqual([
    [
      1,
      "create function a() returns interval language sql immutable as $$ select interval '150 minutes' $$;",
    ],
    [4, "(dropped)"],
    [5, "if (select count(*) from counter) > 50 then"],
    [5, "if (select count(*) from counter) >= 51 then"],
    [5, "if false then"],
    [6, "(dropped)"],
  ]);
  expect(now.at(-1)?.text.split("\n").slice(5)).toEqual(["  null;", "end $$;"]);
});

test("every audit event that a SQL function writes is asserted by name in a database test", () => {
  const written = productFiles(/^db\/functions\/.*\.sql$/).flatMap(({ text }) =>
    [
      ...text.matchAll(
        /(?:audit_append\((?:p_action => )?|note_refusal\(|p_action => |\b(?:then|else) )'([a-z_]+\.[a-z_]+)'/g,
      ),
    ].map(([, event = ""]) => event),
  );
  const permissions = readFileSync("model/access.ts", "utf8");
  const events = [...new Set(written)].filter((event) => !permissions.includes(`"${event}"`));
  const tests = productFiles(/^tests\/db\/.*\.ts$/)
    .map(({ text }) => text)
    .join("\n");
  expect(events.length).toBeGreaterThan(60);
  expect(events.filter((event) => !new RegExp(`["'\`]${event}["'\`]`).test(tests))).toEqual([]);
});

test("every file named in domain/README.md has a caller in the product, and every rule has a test", () => {
  const places = [
    ...readFileSync("domain/README.md", "utf8").matchAll(/`((?:app|db|domain|lib|model)\/[^`]+\.ts)`/g),
  ].map(([, place = ""]) => place);
  const imports = ownImports(/\.tsx?$/);
  const importers = new Map<string, string[]>();
  for (const { from, to } of imports) importers.set(to, [...(importers.get(to) ?? []), from]);
  const reachedBy = (place: string) => {
    const reached = new Set([place]);
    for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
    reached.delete(place);
    return [...reached];
  };
  expect(places.length).toBeGreaterThan(40);
  expect(
    places.filter(
      (place) => !reachedBy(place).some((file) => /^(?:app|components|scripts|proxy)/.test(file)),
    ),
  ).toEqual([]);
  // What runs only in a whole server is tried by the browser's tests.
  const rules = places.filter((place) => /^(?:domain|lib|model)\//.test(place));
  expect(
    rules.filter((place) => !reachedBy(place).some((file) => /^tests\/.*\.test\.ts$/.test(file))),
  ).toEqual([]);
});
