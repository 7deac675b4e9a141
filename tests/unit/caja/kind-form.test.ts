import { expect, test } from "vitest";
import { KindInput } from "@/domain/order-kind/schema";

type Typed = Record<string, unknown>;

const kind = {
  code: "as",
  name: "Adelanto",
  numberPrefix: "h",
  numberLength: "8",
  validity: "days",
  validityDays: "30",
  largestValue: "500.000",
  providerRule: "either",
  position: "1",
};

test("each rule of an order kind has its limits", () => {
  const faults = (changes: Typed) =>
    (KindInput.safeParse({ ...kind, ...changes }).error?.issues ?? []).map(
      ({ path, message }) => `${String(path[0])} ${message}`,
    );
  expect(KindInput.parse(kind)).toEqual({
    version: "",
    code: "AS",
    name: "Adelanto",
    numberPrefix: "H",
    numberLength: 8,
    coreDigitsOnly: false,
    coreShortest: 1,
    coreLongest: 20,
    validityDays: 30,
    validityUntil: null,
    toWorkingDay: false,
    largestValue: 500_000,
    approvalFrom: null,
    providerRule: "either",
    shownFields: [],
    registersUse: false,
    claimFirst: false,
    partialUse: false,
    position: 1,
    active: false,
  });
  const cases: [Typed, string[]][] = [
    [{ code: "A".repeat(10) }, []],
    [{ code: "A".repeat(11) }, ["code codeShape"]],
    [{ code: "" }, ["code codeShape"]],
    [{ code: "A-1" }, ["code codeShape"]],
    [{ code: undefined }, ["code codeMissing"]],
    [{ name: "ab" }, ["name tooShort:3"]],
    [{ name: " " }, ["name kindNameMissing"]],
    [{ name: "abc" }, []],
    [{ name: "a".repeat(60) }, []],
    [{ name: "a".repeat(61) }, ["name tooLong:60"]],
    [{ name: "龍龍龍" }, ["name paperLetters"]],
    [{ numberPrefix: "ABC", numberLength: "7" }, []],
    [{ numberPrefix: "ABC", numberLength: "6" }, ["numberLength lengthShape"]],
    [{ numberPrefix: "ABCD" }, ["numberPrefix prefixShape"]],
    [{ numberPrefix: "1" }, ["numberPrefix prefixShape"]],
    [{ numberPrefix: "" }, ["numberPrefix prefixShape"]],
    [{ numberLength: "5" }, []],
    [{ numberLength: "4" }, ["numberLength lengthShape"]],
    [{ numberLength: "20" }, []],
    [{ numberLength: "21" }, ["numberLength lengthShape"]],
    [{ numberLength: "8.5" }, ["numberLength lengthShape"]],
    [{ coreShortest: "0" }, ["coreShortest coreLengthShape"]],
    [{ coreShortest: "7", coreLongest: "7" }, []],
    [{ coreShortest: "8", coreLongest: "7" }, ["coreLongest coreLengthShape"]],
    [{ coreLongest: "20" }, []],
    [{ coreLongest: "21" }, ["coreLongest coreLengthShape"]],
    [{ validity: "x" }, ["validity validityMissing"]],
    [{ validityDays: "0" }, ["validityDays daysShape"]],
    [{ validityDays: "1" }, []],
    [{ validityDays: "730" }, []],
    [{ validityDays: "731" }, ["validityDays daysShape"]],
    [{ validityDays: "" }, ["validityDays daysShape"]],
    [{ validity: "until", validityUntil: "31/12/2026" }, []],
    [{ validity: "until", validityUntil: "31/11/2026" }, ["validityUntil untilShape"]],
    // Only the one that is chosen is read.
    [{ validity: "until", validityUntil: "31/12/2026", validityDays: "" }, []],
    [{ validityUntil: "31/11/2026" }, []],
    [{ validityDays: "x30" }, ["validityDays daysShape"]],
    [{ validityDays: "30x" }, ["validityDays daysShape"]],
    [{ largestValue: "0" }, ["largestValue largestMissing"]],
    [{ largestValue: "1" }, []],
    [{ largestValue: "999.999.999" }, []],
    [{ largestValue: "1.000.000.000" }, ["largestValue largestMissing"]],
    [{ largestValue: "x" }, ["largestValue largestMissing"]],
    [{ approvalFrom: "500.000" }, []],
    [{ approvalFrom: "500.001" }, ["approvalFrom approvalShape"]],
    [{ approvalFrom: "0" }, ["approvalFrom approvalShape"]],
    [{ approvalFrom: "x" }, ["approvalFrom approvalShape"]],
    [{ providerRule: "x" }, ["providerRule providerRuleMissing"]],
    [{ position: "0" }, ["position positionShape"]],
    [{ position: "999" }, []],
    [{ position: "1000" }, ["position positionShape"]],
    [{ claimFirst: "1" }, ["registersUse useNeeded"]],
    [{ partialUse: "1" }, ["registersUse useNeeded"]],
    [{ partialUse: "1", registersUse: "1" }, []],
  ];
  for (const [changes, expected] of cases) expect(faults(changes), JSON.stringify(changes)).toEqual(expected);
  expect(
    KindInput.parse({ ...kind, validity: "until", validityUntil: "31/12/2026", approvalFrom: "1" }),
  ).toMatchObject({
    validityDays: null,
    validityUntil: "2026-12-31",
    approvalFrom: 1,
  });
  expect(KindInput.parse({ ...kind, shownFields: "name", active: "1" })).toMatchObject({
    shownFields: ["name"],
    active: true,
  });
  expect(KindInput.parse({ ...kind, name: "  Kit \n  escolar " }).name).toBe("Kit escolar");
  expect(KindInput.parse({ ...kind, validityUntil: "31/12/2026" }).validityUntil).toBeNull();
  expect(KindInput.parse({ ...kind, shownFields: ["name", "office"] }).shownFields).toEqual([
    "name",
    "office",
  ]);
});
