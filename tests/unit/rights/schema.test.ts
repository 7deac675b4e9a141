import { expect, test } from "vitest";
import { bareRightsCode, newRightsCode, newRightsNumber } from "@/domain/rights/code";
import { FileRightsInput, OpenRightsInput } from "@/domain/rights/schema";
import { typedRights } from "@/tests/support/factories/rights";

const faults = (changes: Parameters<typeof typedRights>[0]) => {
  const read = FileRightsInput.safeParse(typedRights(changes));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join()}: ${message}`);
};

test("an heir and a representative name whose data they are and what shows it; others need not", () => {
  const missing = ["holderName: holderNameMissing", "proof: proofMissing"];
  expect(faults({ asker: "heir" })).toEqual(missing);
  expect(faults({ asker: "representative" })).toEqual(missing);
  expect(faults({ asker: "heir", holderName: "Luis Prueba", proof: "Registro civil" })).toEqual([]);
  expect([...faults({ asker: "affiliate" }), ...faults({ asker: "provider_person" })]).toEqual([]);
});

test("a correction says what is wrong, the other kinds may say nothing", () => {
  expect(faults({ kind: "correct" })).toEqual(["words: correctionMissing"]);
  expect([...faults({ kind: "correct", words: "Mi nombre" }), ...faults({ kind: "erase" })]).toEqual([]);
});

test("number and code are read however they are typed", () => {
  const code = newRightsCode();
  const number = newRightsNumber(2026);
  const read = OpenRightsInput.parse({
    number: ` ${number.toLowerCase().replaceAll("-", " ")} `,
    code: code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"),
  });
  expect(read).toEqual({ number, code: bareRightsCode(code) });
  expect(OpenRightsInput.parse({ number: number.slice(3), code }).number).toBe(number);
});

test.each([
  ["", "numberMissing"],
  ["SOL-2026-000001", "numberWrong"],
  ["HD-2026-1234567", "numberWrong"],
])("the number %j is refused: %s", (number, fault) => {
  const read = OpenRightsInput.safeParse({ number, code: newRightsCode() });
  expect(read.error?.issues.map(({ message }) => message)[0]).toBe(fault);
});

test("codes are sixteen letters and never the same, numbers eight digits", () => {
  const codes = new Set(Array.from({ length: 1_000 }, newRightsCode));
  expect(codes.size).toBe(1_000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(newRightsNumber(2026)).toMatch(/^HD-2026-\d{8}$/);
});
