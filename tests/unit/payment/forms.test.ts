import { expect, test } from "vitest";
import type { z } from "zod";
import { paymentNumber } from "@/domain/payment/payment-number";
import {
  MakePaymentInput,
  MOST_INVOICES,
  ReturnPaymentInput,
  ReversePaymentInput,
} from "@/domain/payment/schema";
import { addDays, bogotaDay } from "@/model/calendar";
import { ID, x } from "@/tests/support/form-limits";

const faults = (schema: z.ZodType, form: object) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);
/** Reckoned at the moment it is used, so that a midnight in between moves nothing. */
const dayFromToday = (days: number) => addDays(bogotaDay(new Date()), days);
const cufe = "0a".repeat(48);
const shown = `${cufe}.2.960000`;
const run = { key: ID, invoices: shown, payOn: dayFromToday(0), reference: "NOV-2026" };

test("one ticked invoice is read like several, with the version that the page showed", () => {
  const invoicesOf = (invoices: unknown) => MakePaymentInput.parse({ ...run, invoices }).invoices;
  expect(invoicesOf(shown)).toEqual([{ cufe, version: "2.960000" }]);
  expect(invoicesOf([shown, `${cufe}.1.5`])).toEqual([
    { cufe, version: "2.960000" },
    { cufe, version: "1.5" },
  ]);
  for (const wrong of [cufe, `${cufe}.2`, `x${shown}`, `${shown}x`, shown.slice(1), `${cufe}.1234567.1`])
    expect(faults(MakePaymentInput, { ...run, invoices: wrong }), wrong).toHaveLength(1);
});

test("a run pays what is ticked or all that could be paid, but not nothing", () => {
  for (const nothing of [undefined, "", []])
    expect(faults(MakePaymentInput, { ...run, invoices: nothing })).toEqual(["invoices invoicesMissing"]);
  expect(faults(MakePaymentInput, { ...run, invoices: [], scope: "marked" })).toEqual([
    "invoices invoicesMissing",
  ]);
  expect(MakePaymentInput.parse({ ...run, invoices: undefined, scope: "all.2.5" })).toMatchObject({
    ...{ scope: "all.2.5", invoices: [] },
  });
  expect(MakePaymentInput.parse(run).scope).toBe("marked");
  expect(faults(MakePaymentInput, { ...run, scope: "todas" })).toHaveLength(1);
  expect(faults(MakePaymentInput, { ...run, invoices: Array(MOST_INVOICES).fill(shown) })).toEqual([]);
  expect(faults(MakePaymentInput, { ...run, invoices: Array(MOST_INVOICES + 1).fill(shown) })).toEqual([
    "invoices invoicesMany",
  ]);
});

test("that nothing is ticked is said beside the other faults, but not where the ticks cannot be read", () => {
  expect(faults(MakePaymentInput, { ...run, invoices: [], reference: "x" })).toEqual([
    "reference referenceMissing",
    "invoices invoicesMissing",
  ]);
  expect(faults(MakePaymentInput, { ...run, invoices: "x", reference: "x" })).not.toContain(
    "invoices invoicesMissing",
  );
});

test("the bank's day lies at most sixty days from today, before or after", () => {
  for (const days of [-60, -1, 0, 60])
    expect(faults(MakePaymentInput, { ...run, payOn: ` ${dayFromToday(days)} ` }), String(days)).toEqual([]);
  for (const days of [-61, 61])
    expect(faults(MakePaymentInput, { ...run, payOn: dayFromToday(days) })).toEqual(["payOn payOnFar"]);
  expect(faults(MakePaymentInput, { ...run, payOn: undefined })).toEqual(["payOn payOnShape"]);
  expect(faults(MakePaymentInput, { ...run, payOn: "2026-02-30" })).toContain("payOn payOnShape");
});

test("a reference has three to forty letters of the paper, with single blanks between them", () => {
  const reference = (typed: string) => MakePaymentInput.parse({ ...run, reference: typed }).reference;
  expect(reference("  Nomina\u0301  nov.\n2026/11_a-b ")).toBe("Nominá nov. 2026/11_a-b");
  expect([x(3), x(40)].flatMap((typed) => faults(MakePaymentInput, { ...run, reference: typed }))).toEqual(
    [],
  );
  expect(faults(MakePaymentInput, { ...run, reference: " xx " })).toEqual(["reference referenceMissing"]);
  for (const typed of ["NOV#1", "=1+1", "a@b", "付款11"])
    expect(faults(MakePaymentInput, { ...run, reference: typed }), typed).toEqual([
      "reference referenceSigns",
    ]);
});

test.each([
  ["returning", ReturnPaymentInput, { payment: ID }],
  ["reversing", ReversePaymentInput, { key: ID, payment: ID, invoices: cufe }],
] as [string, z.ZodType, object][])("%s a run needs a reason of ten to 600 letters", (_, schema, form) => {
  const faultsOf = (reason: string) => faults(schema, { ...form, reason });
  expect([x(10), ` ${x(600)} `].flatMap(faultsOf)).toEqual([]);
  expect([x(9), ` ${x(9)} `].flatMap(faultsOf)).toEqual(["reason reasonMissing", "reason reasonMissing"]);
  expect(faultsOf(x(601))).toEqual(["reason reasonLong"]);
});

test("a reversal names its invoices, one or several, of at most one run", () => {
  const form = { key: ID, payment: ID, reason: x(10) };
  expect(ReversePaymentInput.parse({ ...form, invoices: cufe }).invoices).toEqual([cufe]);
  for (const nothing of [undefined, "", []])
    expect(faults(ReversePaymentInput, { ...form, invoices: nothing })).toEqual(["invoices invoicesMissing"]);
  expect(faults(ReversePaymentInput, { ...form, invoices: Array(501).fill(cufe) })).toEqual([
    "invoices invoicesMany",
  ]);
  expect(faults(ReversePaymentInput, { ...form, invoices: `${cufe}0` })).toHaveLength(1);
});

test("the number of a run has six figures at least, and more where its serial has", () => {
  const madeAt = new Date("2027-06-01T12:00:00Z");
  expect([1, 999_999, 1_000_000].map((serial) => paymentNumber(serial, madeAt))).toEqual([
    "PG-2027-000001",
    "PG-2027-999999",
    "PG-2027-1000000",
  ]);
});
