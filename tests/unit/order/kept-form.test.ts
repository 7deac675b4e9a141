import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { FormAnswers, startingFrom } from "@/domain/order/draft/schema";

const kept = (issuedOn: string) => FormAnswers.parse({ order: randomUUID(), issuedOn, value: "480.000" });

test("an order that was left unfinished starts today, where the day that it should start has passed", () => {
  const answers = kept("2026-11-29");
  expect(startingFrom(answers, "2026-11-30")).toEqual({ ...answers, issuedOn: "2026-11-30" });
  expect(startingFrom(kept("29/11/2026"), "2026-11-30").issuedOn).toBe("2026-11-30");
});

test("a first day that is still to come, or that is none, stays as it was typed", () => {
  for (const issuedOn of ["2026-11-30", "2026-12-01", "1/12/2026", "", "mañana"])
    expect(startingFrom(kept(issuedOn), "2026-11-30").issuedOn).toBe(issuedOn);
});
