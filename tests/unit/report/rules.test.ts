import fc from "fast-check";
import { expect, test } from "vitest";
import { DecideReportInput, ReportInput, WithdrawReportInput } from "@/domain/report/schema";
import { addDays, bogotaDay } from "@/model/calendar";
import { actionsAfterReport, reviewDay } from "@/model/report";
import { isWorkingDay } from "@/model/working-day";

const moments = fc.date({ min: new Date("2024-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });

test("the deadline of a report is the third working day in Bogotá", () => {
  expect(reviewDay(new Date("2026-11-24T16:00:00Z"))).toBe("2026-11-27");
  // Ten at night on a Friday in Bogotá is already Saturday in UTC; 8 December is a holiday.
  expect(reviewDay(new Date("2026-12-05T03:00:00Z"))).toBe("2026-12-10");
  fc.assert(
    fc.property(moments, (filedAt) => {
      const [from, to] = [bogotaDay(filedAt), reviewDay(filedAt)];
      const between: string[] = [];
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) between.push(day);
      expect(between.filter(isWorkingDay)).toHaveLength(3);
      expect(isWorkingDay(to)).toBe(true);
    }),
  );
});

test("a report ends only the review that it started itself", () => {
  expect(actionsAfterReport({ state: "blocked", held: true })).toEqual(["unblock", "annul", "leave"]);
  expect(actionsAfterReport({ state: "blocked", held: false })).toEqual(["leave", "annul"]);
  expect(actionsAfterReport({ state: "delivered", held: false })).toEqual(["leave", "annul"]);
  expect(actionsAfterReport({ state: "issued", held: true })).toEqual(["unblock", "annul", "leave"]);
  expect(actionsAfterReport({ state: "issued", held: false })).toEqual(["leave", "annul"]);
  for (const state of ["used", "annulled", "replaced", "draft"])
    expect(actionsAfterReport({ state, held: false })).toEqual(["leave"]);
  expect(actionsAfterReport(null)).toEqual(["leave"]);
});

const key = "6f1c1f4e-0d7c-4a52-9f0b-6d8d5e6c1a11";

test('a report has a listed reason and at most 500 characters; "other" needs a text', () => {
  expect(ReportInput.parse({ key, reason: "forged", words: " a\r\nb " }).words).toBe("a\nb");
  expect(ReportInput.parse({ key, reason: "forged" }).words).toBeNull();
  const errorsOf = (input: object) =>
    ReportInput.safeParse({ key, ...input }).error?.issues.map(({ path, message }) => `${path}:${message}`);
  expect(errorsOf({ words: "x" })).toEqual(["reason:reasonMissing"]);
  expect(errorsOf({ reason: "fraude" })).toEqual(["reason:reasonMissing"]);
  expect(errorsOf({ reason: "holder", words: "ñ".repeat(500) })).toBeUndefined();
  expect(errorsOf({ reason: "holder", words: "ñ".repeat(501) })).toEqual(["words:wordsLong"]);
  expect(errorsOf({ reason: "other", words: "  " })).toEqual(["words:wordsMissing"]);
});

test("two ticks of a report are ticked by 1 alone, and its words may hold line ends of any kind", () => {
  const read = (input: object) => ReportInput.parse({ key, reason: "forged", ...input });
  expect(read({})).toMatchObject({ words: null, confirmed: false, withoutPhoto: false });
  expect(read({ confirmed: "1", withoutPhoto: "1" })).toMatchObject({ confirmed: true, withoutPhoto: true });
  expect(read({ confirmed: "on", withoutPhoto: "0" })).toMatchObject({
    confirmed: false,
    withoutPhoto: false,
  });
  expect(read({ words: ` a\rb\r\nn\u0303\n\n` }).words).toBe("a\nb\nñ");
  expect(ReportInput.safeParse({ key, reason: "other", words: "x" }).success).toBe(true);
});

test("a report is withdrawn by its folio, with nothing before or behind it", () => {
  const accepts = (folio: string) => WithdrawReportInput.safeParse({ folio }).success;
  for (const folio of ["R-2026-000001", "R-2026-1234567"]) expect(accepts(folio)).toBe(true);
  for (const folio of ["xR-2026-000001", "R-2026-000001x", "R-26-000001", "R-2026-00001"])
    expect(accepts(folio), folio).toBe(false);
});

test("a decision names an outcome and the order's action; an empty answer is the default text", () => {
  const good = { folio: "R-2026-000001", outcome: "nothing", orderAction: "leave", answer: "" };
  expect(DecideReportInput.parse(good).answer).toBeNull();
  expect(DecideReportInput.parse({ ...good, answer: " a\r\nn\u0303 " }).answer).toBe("a\nñ");
  expect(DecideReportInput.safeParse({ ...good, folio: "R-2026-1" }).success).toBe(false);
  expect(DecideReportInput.safeParse({ ...good, orderAction: "use" }).success).toBe(false);
  expect(DecideReportInput.safeParse({ ...good, answer: "x".repeat(601) }).success).toBe(false);
});
