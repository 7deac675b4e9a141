import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { splitStatements } from "@/db/sql-statements";
import { productFiles } from "../support/files";
import { argumentsAt, sqlFunctions } from "../support/sql-calls";

const files = productFiles(/^db\/functions\/.*\.sql$/);
const functions = sqlFunctions();
const linesOf = (text: string) => text.split("\n").map((line, at) => ({ line, number: at + 1 }));

test("each file of SQL functions begins with what it guards against, in lines of at most 120 characters", () => {
  const head = (text: string) => (/^(?:-- .*\n)+/.exec(text)?.[0] ?? "").replaceAll("\n-- ", " ");
  expect(files.filter(({ text }) => !/guards against/i.test(head(text))).map(({ path }) => path)).toEqual([]);
  const long = files.flatMap(({ path, text }) =>
    linesOf(text)
      .filter(({ line }) => line.length > 120)
      .map(({ number }) => `${path}:${number}`),
  );
  expect(long).toEqual([]);
});

test("durations and counts of days are functions of calendar_windows.sql, never literals elsewhere", () => {
  const wrong = [...files, ...productFiles(/^(?:db\/queries|domain)\/.*\.ts$/)]
    .filter(({ path }) => path !== "db/functions/calendar_windows.sql")
    .flatMap(({ path, text }) =>
      linesOf(text)
        .filter(({ line }) => /\binterval\s*'|(?:_today\(\)|_day\([^;]*\)) [+-] \d/i.test(line))
        .map(({ number }) => `${path}:${number}`),
    );
  expect(wrong).toEqual([]);
});

test("a day becomes a moment, and a moment a day, in calendar.sql only, never in the session's time zone", () => {
  const inSessionZone = [
    /(?<!\bnull)::timestamptz\b/i,
    /\b(?:current_date|current_time|current_timestamp|localtime|localtimestamp)\b/i,
    /\bat time zone(?! 'UTC')/i,
    /(?:\bnow\(\)|\bclock_timestamp\(\)|\b\w*_?at)::date\b/i,
  ];
  const wrong = [...files, ...productFiles(/^db\/(?:queries|schema)\/.*\.ts$/)]
    .filter(({ path }) => path !== "db/functions/calendar.sql")
    .flatMap(({ path, text }) =>
      linesOf(text)
        .filter(({ line }) => inSessionZone.some((cast) => cast.test(line)))
        .map(({ number }) => `${path}:${number}`),
    );
  expect(wrong).toEqual([]);
});

test("SQL calls with more than six arguments use named notation", () => {
  const own = new Map(functions.map(({ name, arguments: most }) => [name, most]));
  const calls = functions.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![\w.])(\w+)\(/g)]
      .slice(1)
      .filter(([, name = ""]) => own.has(name))
      .map((call) => ({ file, name: call[1], args: argumentsAt(text, call.index + call[0].length - 1) })),
  );
  expect(calls.length).toBeGreaterThan(300);
  const wrong = calls.filter(
    ({ args }) => args.length > 6 && args.some((argument) => !/^p_\w+ =>/.test(argument)),
  );
  expect(wrong).toEqual([]);
});

test("every SQL function has a caller, in SQL or in the product", () => {
  const statements = files
    .flatMap(({ text }) => splitStatements(text))
    .map((text) => text.replace(/--[^\n]*/g, ""));
  const sql = statements.filter((text) => !/^(?:grant|revoke) /i.test(text));
  const product = productFiles(/^(?:app|components|db|domain|lib|scripts)\/.*\.(?:tsx?|sql)$/)
    .filter(({ path }) => !/^db\/functions\/|\.generated\.ts$|^scripts\/(?:mutate|bench)/.test(path))
    .map(({ text }) => text);
  const dead = functions
    .map(({ name }) => name)
    .filter((name) => {
      const called = new RegExp(`(?<!create function )\\b${name}\\(`);
      const named = new RegExp(`"${name}"|(?<![\\w.])${name}\\(`);
      return !sql.some((text) => called.test(text)) && !product.some((text) => named.test(text));
    });
  expect(dead).toEqual([]);
});

test("statements are sent through the contract or the query builder only", () => {
  const technical = new Set(["db/contract/call.ts", "db/failure.ts"]);
  const wrong = productFiles(/^(?:app|components|db|domain|lib|messages|model|scripts)\/.*\.tsx?$/)
    .filter(({ path, text }) => !technical.has(path) && /\.execute[(<]/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("values are converted between SQL and TypeScript types in db/contract only", () => {
  const wrong = productFiles(/^db\/queries\/.*\.ts$/).flatMap(({ path, text }) =>
    [...text.matchAll(/new Date\(row|Number\(row|answered nothing/g)].map(([found]) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
  const own = productFiles(/^db\/contract\/.*\.ts$/).filter(({ path }) => !path.endsWith(".generated.ts"));
  expect(own.reduce((sum, { text }) => sum + text.trimEnd().split("\n").length, 0)).toBeLessThanOrEqual(250);
});

test("a migration that builds an index beside the traffic does nothing else", () => {
  const mixed = readdirSync("db/migrations")
    .filter((file) => file.endsWith(".sql"))
    .filter((file) => {
      const statements = readFileSync(`db/migrations/${file}`, "utf8")
        .split("--> statement-breakpoint")
        .map((statement) => statement.replace(/^\s*--.*$/gm, "").trim())
        .filter(Boolean);
      const onIndexes = statements.filter((statement) =>
        /^(?:create (?:unique )?index concurrently|drop index) /i.test(statement),
      );
      return (
        statements.some((statement) => /\bindex concurrently\b/i.test(statement)) &&
        onIndexes.length < statements.length
      );
    });
  expect(mixed).toEqual([]);
});
