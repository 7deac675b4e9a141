import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressWords, formerWords } from "@/app/(proveedor)/practica/addresses";
import {
  comparedRightly,
  findPracticeOrder,
  isVerdict,
  nextStep,
  practiceAnswer,
  practiceOrders,
  practicePaper,
  practiceSignal,
  practiceVerdicts,
} from "@/domain/practice/practice";
import { PracticeLookUpInput } from "@/domain/practice/schema";
import { comparedRows } from "@/model/comparison";
import { outcomes, type Verdict } from "@/model/verdict";

const now = new Date("2026-11-24T15:00:00Z");
/** Beyond the outcomes: what the counter sees once a paper was compared. */
const compared: Verdict[] = ["authentic", "asked_before", "mismatch", "unread", "registered", "picture"];

describe("practice orders", () => {
  test("there is one for each verdict, for an offline phone and for an outage", () => {
    expect(new Set(practiceVerdicts)).toEqual(
      new Set([...outcomes, ...compared, "unconfirmed", "unavailable"]),
    );
    for (const verdict of practiceVerdicts) expect(practiceOrders[verdict].steps, verdict).toContain(verdict);
  });

  test("each has its own URL and number", () => {
    const orders = Object.values(practiceOrders);
    expect(new Set(orders.map(({ code }) => addressWords[code])).size).toBe(orders.length);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    for (const order of orders) expect(findPracticeOrder(order.code)).toBe(order);
    expect(findPracticeOrder("otra")).toBeNull();
  });

  test("an address that a practice order had before is none of the present ones, and still names its order", () => {
    expect(formerWords["en-otra-caja"]).toBe("claimed");
    for (const word of Object.keys(formerWords)) expect(Object.values(addressWords)).not.toContain(word);
  });

  test("each step's answer is judged by the real rules and has that step's verdict", () => {
    for (const { code, steps, ...order } of Object.values(practiceOrders))
      for (const step of steps.filter(isVerdict))
        expect(practiceAnswer({ code, steps, ...order }, step, now).verdict, code).toBe(step);
  });

  test("only a compared paper is green, and the first answer never is", () => {
    for (const { steps } of Object.values(practiceOrders)) {
      expect(practiceSignal(steps[0] ?? "unavailable")).not.toBe("go");
      for (const [place, step] of steps.entries())
        if (practiceSignal(step) === "go") expect(steps[place - 1]).toBe("current");
    }
  });

  test("a comparison continues only when every row is answered correctly", () => {
    const rows = fc.subarray([...comparedRows]);
    fc.assert(
      fc.property(rows, (answered) => {
        expect(comparedRightly(practiceOrders.current, answered)).toBe(answered.length === 0);
        expect(comparedRightly(practiceOrders.mismatch, answered)).toBe(answered.join() === "value");
        expect(comparedRightly(practiceOrders.unread, answered)).toBe(false);
      }),
    );
    expect(nextStep(practiceOrders.digits, "digits")).toBe(2);
    expect(nextStep(practiceOrders.digits, "current")).toBe(3);
    expect(nextStep(practiceOrders.used, "used")).toBe(1);
  });

  test("the paper differs only where the exercise is to find the difference", () => {
    const registered = practiceAnswer(practiceOrders.mismatch, "mismatch", now).sheet?.value;
    expect(practicePaper(practiceOrders.mismatch, now).value).not.toBe(registered);
    expect(practicePaper(practiceOrders.current, now).value).toBe(registered);
    expect(practicePaper(practiceOrders.unread, now).value).toBeNull();
  });

  test("its numbers are accepted in every spelling, and no others", () => {
    const typed = { code: "used", idNumber: "1.000.000.001", number: " 9000106 " };
    expect(PracticeLookUpInput.safeParse(typed).success).toBe(true);
    expect(PracticeLookUpInput.safeParse({ ...typed, number: "9000107" }).success).toBe(false);
    expect(PracticeLookUpInput.safeParse({ ...typed, code: "otra" }).success).toBe(false);
  });
});
