import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { submissionKey } from "@/lib/crypto/submission-key";

test("one form with one content has one key, a UUID of version 8, and any change of it another one", () => {
  const key = randomUUID();
  const first = submissionKey(key, { name: "Ana", ticks: ["a", "b"] });
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(submissionKey(key, { name: "Ana", ticks: ["a", "b"] })).toBe(first);
  const others = [
    submissionKey(randomUUID(), { name: "Ana", ticks: ["a", "b"] }),
    submissionKey(key, { name: "Ana", ticks: ["a"] }),
    submissionKey(key, { name: "Ann", ticks: ["a", "b"] }),
    submissionKey(key, null),
  ];
  expect(new Set([first, ...others]).size).toBe(5);
});
