import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { z } from "zod";
import { paperSizeOf } from "@/app/admin/ordenes/paper-size";
import { BranchNameInput, CounterNameInput, DeviceInput, PlaceId } from "@/domain/branch/schema";
import { CajaInput, CompareModeInput } from "@/domain/caja/schema";
import { ConfirmInput } from "@/domain/import/schema";
import { FindInput } from "@/domain/order/schema";
import { RevokeInput, RotateInput } from "@/domain/order-code/key-ring-schema";
import { PrintFilterInput } from "@/domain/print/schema";
import { CorrectionText } from "@/domain/request/schema";
import { cajaProfile as caja } from "@/tests/support/factories/caja-profile";

type Typed = Record<string, unknown>;

/** Each fault as "field message", in the form's order; [] is a form that is taken. */
const faultsOf = (schema: z.ZodType, form: Typed) =>
  (schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

const one = (schema: z.ZodType, good: Typed) => (changes: Typed) => faultsOf(schema, { ...good, ...changes });

test("each field of the caja's profile has its limits", () => {
  const faults = one(CajaInput, caja);
  expect(faults({})).toEqual([]);
  for (const [field, longest, missing] of [
    ["name", 80, "nameMissing"],
    ["portalName", 60, "portalNameMissing"],
    ["legalName", 200, "legalNameMissing"],
    ["hours", 120, "hoursMissing"],
    ["address", 200, "addressMissing"],
    ["city", 80, "cityMissing"],
  ] as const) {
    expect(faults({ [field]: "x".repeat(longest) })).toEqual([]);
    expect(faults({ [field]: "x".repeat(longest + 1) })).toEqual([`${field} tooLong:${longest}`]);
    expect(faults({ [field]: "  " })).toEqual([`${field} ${missing}`]);
    expect(faults({ [field]: undefined })).toEqual([`${field} ${missing}`]);
    expect(faults({ [field]: "龍" })).toEqual([`${field} paperLetters`]);
  }
  expect(faults({ phone: "12" })).toEqual(["phone phoneShape"]);
  expect(faults({ phone: "123" })).toEqual([]);
  expect(faults({ phone: "1".repeat(41) })).toContain("phone tooLong:40");
  expect(faults({ otherPhone: "1".repeat(40) })).toEqual([]);
  expect(faults({ otherPhone: "1".repeat(41) })).toEqual(["otherPhone tooLong:40"]);
  expect(faults({ nit: "12" })).toEqual(["nit nitShape"]);
  expect(faults({ nit: "890101994-3" })).toEqual(["nit nitShape"]);
  expect(faults({ email: "" })).toContain("email emailMissing");
  expect(faults({ email: "nadie" })).toEqual(["email emailShape"]);
  for (const [hours, fault] of [
    ["0", true],
    ["1", false],
    ["8760", false],
    ["8761", true],
    ["99999", true],
    ["1,5", true],
    ["", true],
  ] as const)
    expect(faults({ importMaxAgeHours: hours }).length > 0, hours).toBe(fault);
  expect(faults({ policy: "x".repeat(39) })).toEqual(["policy policyMissing"]);
  expect(faults({ policy: "x".repeat(60_000) })).toEqual([]);
  expect(faults({ policy: "x".repeat(60_001) })).toEqual(["policy policyLong"]);
  const read = CajaInput.parse({
    ...caja,
    name: "  Caja \n Demo ",
    nit: "890101994-9",
    policy: ` ${"a\r\nb".repeat(20)} `,
  });
  expect(read).toMatchObject({
    name: "Caja Demo",
    nit: "890101994-9",
    otherPhone: null,
    importMaxAgeHours: 24,
  });
  expect(read.policy).not.toMatch(/\r|^ /);
  expect(CajaInput.parse({ ...caja, otherPhone: " 300 1 " }).otherPhone).toBe("300 1");
});

test("a search text has at most 60 characters", () => {
  const faults = one(FindInput, { number: "123456" });
  expect(faults({})).toEqual([]);
  expect(faults({ number: " " })).toContain("number searchMissing");
  expect(faults({ number: undefined })).toEqual(["number searchMissing"]);
  expect(faults({ number: "9".repeat(61) })).toContain("number searchShape");
  expect(faults({ number: "…" })).toEqual(["number searchShape"]);
  expect(faults({ kindCode: "A".repeat(11) })).toHaveLength(1);
});

test("the comparison mode has a value only when it is typed from a value on", () => {
  const read = (mode: string, from?: string) => CompareModeInput.safeParse({ mode, from }).data?.from;
  expect(read("type_from", "500.000")).toBe(500_000);
  expect(read("show", "500.000")).toBeNull();
  for (const from of ["0", "", "x", "-1"])
    expect(faultsOf(CompareModeInput, { mode: "type_from", from })).toEqual(["from compareFromShape"]);
  expect([read("type_from", "1"), read("type_from", "999.999.999")]).toEqual([1, 999_999_999]);
  expect(faultsOf(CompareModeInput, { mode: "type_from", from: "1.000.000.000" })).toEqual([
    "from compareFromLarge",
  ]);
  expect(faultsOf(CompareModeInput, { mode: "otro" })).toEqual(["mode compareModeMissing"]);
});

test("a key rotation needs its confirmation word and a password, and a revocation the key's number", () => {
  const rotate = one(RotateInput, { active: "1", word: " rotar ", password: "x" });
  expect(rotate({})).toEqual([]);
  expect(rotate({ word: "girar" })).toEqual(["word wordMissing"]);
  expect(rotate({ word: undefined })).toEqual(["word wordMissing"]);
  for (const [active, wrong] of [
    ["0", 1],
    ["1", 0],
    ["255", 0],
    ["256", 1],
    ["1.5", 1],
  ] as const)
    expect(rotate({ active }), active).toHaveLength(wrong);
  const revoke = one(RevokeInput, { key: "2", password: "x" });
  expect(revoke({})).toEqual([]);
  expect(revoke({ password: "" })).toEqual(["password passwordMissing"]);
  expect(revoke({ password: undefined })).toEqual(["password passwordMissing"]);
  expect(revoke({ password: "x".repeat(200) })).toEqual([]);
  expect(revoke({ password: "x".repeat(201) })).toEqual(["password passwordMissing"]);
});

test("branch names have at most 60 characters, and a device selects a counter or none", () => {
  const [branch, counter] = [randomUUID(), randomUUID()];
  const name = one(BranchNameInput, { branch: "", name: "Prado" });
  expect(name({})).toEqual([]);
  expect(name({ name: " " })).toEqual(["name placeNameMissing"]);
  expect(name({ name: undefined })).toEqual(["name placeNameMissing"]);
  expect(name({ name: "a".repeat(60) })).toEqual([]);
  expect(name({ name: "a".repeat(61) })).toEqual(["name tooLong:60"]);
  expect(name({ name: "龍" })).toEqual(["name paperLetters"]);
  expect(name({ branch: "otra" })).toHaveLength(1);
  expect(BranchNameInput.parse({ branch: "", name: " El  Prado " })).toEqual({
    branch: null,
    name: "El Prado",
  });
  expect(CounterNameInput.parse({ branch, counter, name: "Caja 1" })).toEqual({
    branch,
    counter,
    name: "Caja 1",
  });
  expect(CounterNameInput.parse({ branch, name: "Caja 1" }).counter).toBeNull();
  expect(faultsOf(PlaceId, { place: branch })).toHaveLength(1);
  expect(faultsOf(DeviceInput, { counter: "" })).toEqual([]);
  expect(faultsOf(DeviceInput, { counter })).toEqual([]);
  expect(faultsOf(DeviceInput, { counter: "x" })).toEqual(["counter counterMissing"]);
});

test("limits of sheets, orders to print, changes to apply, and the words of a correction", () => {
  expect(["carta", "media", "otra", undefined].map((size) => paperSizeOf(size))).toEqual([
    "letter",
    "half_letter",
    "letter",
    "letter",
  ]);
  expect(
    PrintFilterInput.parse({ kindCode: " AS ", office: "Prado", also: "printed", whose: "mine" }),
  ).toEqual({
    kindCode: "AS",
    office: "Prado",
    also: "printed",
    from: "",
    whose: "mine",
    day: "",
  });
  expect(PrintFilterInput.parse({ kindCode: "A".repeat(11), office: "x".repeat(121), also: "x" })).toEqual({
    kindCode: "",
    office: "",
    also: "",
    from: "",
    whose: "",
    day: "",
  });
  expect(PrintFilterInput.parse({ kindCode: "A".repeat(10), office: "x".repeat(120) })).toMatchObject({
    kindCode: "A".repeat(10),
    office: "x".repeat(120),
  });
  const run = randomUUID();
  expect(ConfirmInput.parse({ run, applyChanges: "1" }).applyChanges).toBe(true);
  expect(ConfirmInput.parse({ run }).applyChanges).toBe(false);
  expect(faultsOf(ConfirmInput, { run, applyChanges: "2" })).toHaveLength(1);
  expect(CorrectionText.parse({ agreementNumber: " ", note: " " })).toMatchObject({
    agreementNumber: null,
    note: null,
  });
  const correction = one(CorrectionText, { agreementNumber: "C-1", note: "Listo" });
  expect(correction({ agreementNumber: "x".repeat(40), note: "x".repeat(600) })).toEqual([]);
  expect(correction({ agreementNumber: "x".repeat(41) })).toEqual(["agreementNumber agreementLong"]);
  expect(correction({ note: "x".repeat(601) })).toEqual(["note noteLong"]);
});
