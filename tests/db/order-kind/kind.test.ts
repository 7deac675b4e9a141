import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { findKindRules } from "@/db/queries/order-kind";
import { MOST_DAYS_AHEAD } from "@/domain/order-kind/kinds";
import { saveKind } from "@/domain/order-kind/save-kind";
import { KindInput } from "@/domain/order-kind/schema";
import { browser, owner } from "@/tests/support/factories/account";
import {
  makeCajaPerson,
  makeIssued,
  makeKind,
  rowOf,
  someKindCode,
} from "@/tests/support/factories/own-order";
import { grantOf, logOf } from "@/tests/support/officials";

const typed = (changes: Record<string, string | string[]> = {}) => ({
  version: "",
  code: someKindCode(),
  name: "Kit escolar",
  numberPrefix: "H",
  numberLength: "8",
  validity: "days",
  validityDays: "30",
  validityUntil: "",
  largestValue: "150.000",
  approvalFrom: "100.000",
  providerRule: "either",
  shownFields: ["name", "office"],
  registersUse: "1",
  position: "5",
  active: "1",
  ...changes,
});
const rulesOf = async (code: string) => {
  const found = await findKindRules(cajaDatabase(), code);
  if (!found) throw new Error("no kind");
  return found;
};
const settings = () => grantOf("administrator", "settings.edit");

test("a new order kind is saved with its rules, and the audit log names it", async () => {
  const grant = await settings();
  const input = KindInput.parse(typed());
  await saveKind(grant, input, browser());
  expect(await rulesOf(input.code)).toMatchObject({
    name: "Kit escolar",
    validityDays: 30,
    validityUntil: null,
    largestValue: 150_000,
    approvalFrom: 100_000,
    shownFields: ["name", "office"],
    registersUse: true,
    partialUse: false,
    active: true,
  });
  const [event, ...others] = await logOf(grant.actor.personId);
  expect(others).toEqual([]);
  expect(event?.action).toBe("order_kind.added");
  // The rules, and neither the code, which is the subject, nor the number that the database gives.
  const fields = String(event?.detail.fields).split(", ");
  expect(fields).toContain("largest_value");
  expect(fields.filter((field) => /^code|_at$/.test(field))).toEqual([]);
});

test("a kind's code and its number in the order code are unique", async () => {
  const grant = await settings();
  const inputs = Array.from({ length: 5 }, () => KindInput.parse(typed()));
  await Promise.all(inputs.map((input) => saveKind(grant, input, browser())));
  const [first] = inputs;
  if (!first) throw new Error("no input");
  await expect(saveKind(grant, first, browser())).rejects.toMatchObject({ code: "kind_code_taken" });
  const rows = await owner<{ code_number: number }[]>`
    select code_number from order_kind where code = any(${inputs.map(({ code }) => code)})`;
  expect(new Set(rows.map(({ code_number }) => code_number)).size).toBe(5);
});

test("of two kind forms opened together the second is refused as stale; code and number cannot change", async () => {
  const grant = await settings();
  const input = KindInput.parse(typed());
  await saveKind(grant, input, browser());
  const [before] = await owner`select code_number from order_kind where code = ${input.code}`;
  const { version } = await rulesOf(input.code);
  await saveKind(grant, { ...input, version, name: "Primera" }, browser());
  await expect(saveKind(grant, { ...input, version, name: "Segunda" }, browser())).rejects.toMatchObject({
    code: "kind_changed",
  });
  expect((await rulesOf(input.code)).name).toBe("Primera");
  expect(await owner`select code_number from order_kind where code = ${input.code}`).toEqual([before]);
  expect((await logOf(grant.actor.personId)).at(-1)).toEqual({
    action: "order_kind.changed",
    detail: { fields: "name" },
  });
});

test("a changed rule does not affect issued orders", async () => {
  const [grant, ana, kind] = [await settings(), await makeCajaPerson("officer"), await makeKind()];
  const order = await makeIssued(ana, kind);
  const before = await rowOf(order);
  const { version } = await rulesOf(kind);
  await saveKind(
    grant,
    KindInput.parse(
      typed({
        code: kind,
        version,
        numberPrefix: "K",
        validityDays: "1",
        largestValue: "9",
        approvalFrom: "",
      }),
    ),
    browser(),
  );
  expect(await rowOf(order)).toEqual(before);
});

test("a disabled person saves no kind", async () => {
  const grant = await settings();
  await owner`update person set disabled_at = now() where id = ${grant.actor.personId}`;
  await expect(saveKind(grant, KindInput.parse(typed()), browser())).rejects.toMatchObject({
    code: "not_allowed",
  });
});

test.each([
  [{ code: "KE-1" }, { code: "codeShape" }],
  [{ validityDays: "0" }, { validityDays: "daysShape" }],
  [{ validity: "until", validityUntil: "31/02/2027" }, { validityUntil: "untilShape" }],
  [{ largestValue: "1.000.000.000" }, { largestValue: "largestMissing" }],
  [{ approvalFrom: "150.001" }, { approvalFrom: "approvalShape" }],
  [{ registersUse: "", partialUse: "1" }, { registersUse: "useNeeded" }],
  [{ numberPrefix: "ABC", numberLength: "6" }, { numberLength: "lengthShape" }],
])("%o is refused at its field", (changes, faults) => {
  const read = KindInput.safeParse(typed(changes));
  expect(
    read.success ? {} : Object.fromEntries(read.error.issues.map((i) => [i.path[0], i.message])),
  ).toEqual(faults);
});

test("the application and SQL let an order begin equally far ahead", async () => {
  const [row] = await owner<{ days: number }[]>`select order_start_days() as days`;
  expect(row?.days).toBe(MOST_DAYS_AHEAD);
});
