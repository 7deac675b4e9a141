import { expect, test } from "vitest";
import { type Outcome, outcomes, signalOf } from "@/domain/order/verdict";

test("no outcome of a look-up is green: green does not exist before the paper was compared", () => {
  expect(outcomes.map(signalOf)).not.toContain("go");
});

const expected: Record<Outcome, string> = {
  current: "info",
  used: "stop",
  annulled: "stop",
  expired: "stop",
  not_yet: "warn",
  blocked: "warn",
  replaced: "stop",
  claimed: "warn",
  other_provider: "warn",
  not_found: "warn",
  waiting: "info",
  paused: "info",
  digits: "info",
  forged: "stop",
  foreign: "warn",
};
for (const outcome of outcomes) {
  test(`signal of ${outcome} is ${expected[outcome]}`, () =>
    expect(signalOf(outcome)).toBe(expected[outcome]));
}
