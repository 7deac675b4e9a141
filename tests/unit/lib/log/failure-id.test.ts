import { expect, test } from "vitest";
import { failureIdOf, isDownId, newFailureId } from "@/lib/failure-id";

test("an error keeps its first id, and the framework's digest where it has one", () => {
  const error = new Error("x");
  const id = failureIdOf(error);
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  expect(failureIdOf(error)).toBe(id);
  expect(failureIdOf(Object.assign(new Error("x"), { digest: "2871398@E12" }))).toBe("2871398@E12");
  expect(failureIdOf(Object.assign(new Error("x"), { digest: "<b>" }))).toMatch(/^[0-9a-f]{8}$/);
  for (const thrown of [null, "text", Object.freeze(new Error("x"))])
    expect(failureIdOf(thrown)).toMatch(/^[0-9a-f]{8}$/);
});

test("an error id says whether the database was unreachable", () => {
  expect([isDownId(newFailureId(true)), isDownId(newFailureId()), isDownId(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});
