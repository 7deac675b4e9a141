import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import ids from "../fixtures/asvs-ids.json" with { type: "json" };
import { tableRows } from "../support/markdown-table";
import { missingFiles, missingTests, testReferences } from "../support/test-titles";

const text = readFileSync("docs/security/asvs.md", "utf8");
const operations = readFileSync("docs/operations.md", "utf8");
const held = [...tableRows(text, "Levels 1 and 2"), ...tableRows(text, "Level 3")];
const open = tableRows(text, "Open");
const needless = tableRows(text, "Does not apply");
const byNumber = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });
const sorted = (list: readonly (string | undefined)[]) => list.map(String).sort(byNumber);

/** At least so many words make a reason; a bare "not applicable" is none. */
const LEAST_WORDS = 3;
const words = (reason: string) => reason.split(/\s+/).filter(Boolean).length;

test("193 requirements of levels 1 and 2 apply, and 55 of level 3 are chosen", () => {
  expect([ids.level1.length, ids.level2.length, ids.level3.length]).toEqual([63, 130, 55]);
});

test("each requirement has one row, under its level", () => {
  const listed = [...held, ...open];
  expect(sorted(listed.map(([id]) => id))).toEqual(sorted([...ids.level1, ...ids.level2, ...ids.level3]));
  const levels: Record<string, string[]> = { 1: ids.level1, 2: ids.level2, 3: ids.level3 };
  expect(listed.filter(([id = "", level = ""]) => !levels[level]?.includes(id))).toEqual([]);
  expect(tableRows(text, "Levels 1 and 2").filter(([, level]) => level === "3")).toEqual([]);
  expect(tableRows(text, "Level 3").filter(([, level]) => level !== "3")).toEqual([]);
});

test("each row that is held names a test, a written reason or a duty of the operator with its place", () => {
  const without = held.filter(([, , , , proof = ""]) => {
    const [, reason] = /^(?:Reason|Not applicable): (.+)$/.exec(proof) ?? [];
    const [, place] = /^Operator: \[operations\]\(\.\.\/operations\.md#([a-z-]+)\)$/.exec(proof) ?? [];
    if (reason) return words(reason) < LEAST_WORDS;
    if (place) return !new RegExp(`^### ${place}$`, "im").test(operations);
    return proof.split("<br>").some((part) => testReferences(part).length !== 1);
  });
  expect(without).toEqual([]);
});

test("each test that a row names exists, in its file and under its title", () => {
  const named = testReferences(text);
  expect(named.length).toBeGreaterThan(300);
  expect(missingTests(named)).toEqual([]);
  expect(missingFiles(text)).toEqual([]);
});

test("a title that is not there, and a file that is not there, are found", () => {
  const [one] = testReferences("`tests/architecture/asvs.test.ts` “there is no such title”");
  const [two] = testReferences(
    "`tests/architecture/none.test.ts` “each requirement has one row, under its level”",
  );
  const [right] = testReferences(
    "`tests/architecture/asvs.test.ts` “each requirement has one row, under its level”",
  );
  if (!one || !two || !right) throw new Error("unparsed");
  expect(missingTests([one, two, right])).toHaveLength(2);
});

test("what is open is a list that only shrinks: each says what is missing, and none is added", () => {
  expect(sorted(open.map(([id]) => id))).toEqual(sorted(ids.open));
  expect(open.filter(([, , , missing = ""]) => words(missing) < LEAST_WORDS)).toEqual([]);
});

test("at least 45 of level 3 are held", () => {
  expect(tableRows(text, "Level 3").length).toBeGreaterThanOrEqual(45);
});

test("what does not apply has its reason, and is none of those that do", () => {
  const apply = new Set([...ids.level1, ...ids.level2, ...ids.level3]);
  expect(needless).toHaveLength(24);
  expect(needless.filter(([id = ""]) => apply.has(id))).toEqual([]);
  expect(needless.filter(([, , reason = ""]) => words(reason) < 2)).toEqual([]);
});

test("the counts that the text says are those of its tables", () => {
  const counts = [
    tableRows(text, "Levels 1 and 2").length,
    open.filter(([, level]) => level !== "3").length,
    tableRows(text, "Level 3").length,
    open.filter(([, level]) => level === "3").length,
  ];
  expect(text).toContain(
    `Of the 193 of levels 1 and 2, ${counts[0]} are held by a test or a reason and ${counts[1]} are open; of the 55 chosen of level 3, ${counts[2]} and ${counts[3]}.`,
  );
});
