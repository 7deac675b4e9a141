import { expect, test } from "vitest";
import { correctionForm } from "@/domain/provider/correction";
import { NamedOwnerInput, OwnerInput } from "@/domain/provider/owner-schema";
import { StandingInput, SuspendInput } from "@/domain/provider/schema";
import { ID, letters, tryLimits, upTo, x } from "@/tests/support/form-limits";

const Correction = correctionForm((typed) => (typed === "barranquilla" ? "Barranquilla" : null));
const company = {
  provider: ID,
  legalName: "Ferretería El Tornillo",
  municipality: " barranquilla ",
  address: "Calle 1 # 2-3",
  phone: "605 323 5000",
  reason: "La cámara de comercio lo dice.",
};
const owner = {
  ...company,
  person: ID,
  personName: " Ana  Peña ",
  idKind: "CC",
  idNumber: "1.042.555.318",
  mobile: "300 123 4567",
};
const faultsOf = (changes: object, base: object = owner) =>
  (Correction.safeParse({ ...base, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

test("a provider without an owner is corrected alone, whatever the fields of a person hold", () => {
  const read = {
    provider: ID,
    seen: "{}",
    legalName: "Ferretería El Tornillo",
    municipality: "Barranquilla",
    address: "Calle 1 # 2-3",
    phone: "+576053235000",
    reason: "La cámara de comercio lo dice.",
    person: null,
  };
  expect(Correction.parse(company)).toEqual(read);
  expect(Correction.parse({ ...company, person: "", personName: "", idKind: "XX", idNumber: "1" })).toEqual(
    read,
  );
});

test("an owner has a name, and the document and the mobile that are typed", () => {
  expect(Correction.parse(owner).person).toEqual({
    id: ID,
    name: "Ana Peña",
    mobile: "+573001234567",
    idKind: "CC",
    idNumber: "1042555318",
  });
  const invited = { ...owner, idKind: "", idNumber: " ", mobile: "" };
  expect(Correction.parse(invited).person).toEqual({
    id: ID,
    name: "Ana Peña",
    mobile: null,
    idKind: null,
    idNumber: null,
  });
  const { mobile: _, idKind: __, idNumber: ___, ...bare } = owner;
  expect(Correction.parse(bare).person).toMatchObject({ mobile: null, idKind: null, idNumber: null });
});

test.each([
  [{ personName: " " }, ["personName nameMissing"]],
  [{ personName: undefined }, ["personName nameMissing"]],
  [{ personName: x(121) }, ["personName tooLong:120"]],
  [{ personName: "龍" }, ["personName paperLetters"]],
  [{ idKind: "" }, ["idKind idKindMissing"]],
  [{ idKind: "XX" }, ["idKind idKindMissing"]],
  [{ idKind: "XX", idNumber: "" }, ["idKind idKindMissing"]],
  [{ idNumber: "" }, ["idNumber idNumberWrong"]],
  [{ idNumber: "12" }, ["idNumber idNumberWrong"]],
  [{ idNumber: "000000" }, ["idNumber idNumberWrong"]],
  [{ personName: "", idNumber: "12" }, ["personName nameMissing", "idNumber idNumberWrong"]],
  [{ mobile: "605 323 5000" }, ["mobile mobileWrong"]],
  [{ mobile: "12" }, ["mobile mobileWrong"]],
  [{ municipality: "Macondo" }, ["municipality municipalityUnknown"]],
  [{ municipality: "" }, ["municipality municipalityMissing"]],
  [{ phone: "12" }, ["phone phoneWrong"]],
  [{ phone: "" }, ["phone phoneMissing"]],
])("the correction %o is refused where it is wrong", (changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

const reason = letters(10, 600, "reasonMissing", "reasonLong");
const ownerInput = { provider: ID, name: "Ana Peña", email: "ana@prueba.example", proof: x(10) };
const suspension = { provider: ID, from: "2027-01-31", reason: x(10) };
tryLimits([
  ["correction", Correction, company, "legalName", letters(1, 200, "legalNameMissing")],
  ["correction", Correction, company, "address", letters(1, 200, "addressMissing")],
  ["correction", Correction, company, "personName", upTo(300, null)],
  ["correction", Correction, company, "idKind", upTo(10, null)],
  ["correction", Correction, company, "idNumber", upTo(60, "idNumberWrong")],
  ["correction", Correction, company, "reason", reason],
  ["owner", OwnerInput, ownerInput, "proof", letters(10, 600, "proofMissing", "reasonLong")],
  ["owner", OwnerInput, ownerInput, "name", letters(1, 120, "nameMissing")],
  ["owner", OwnerInput, ownerInput, "provider", { accepted: [ID], refused: [["x", null]] }],
  ["named owner", NamedOwnerInput, { provider: ID }, "invitation", { accepted: [ID], refused: [["", null]] }],
  ["suspension's end", StandingInput, suspension, "reason", reason],
  ["suspension", SuspendInput, suspension, "reason", reason],
  ["suspension", SuspendInput, suspension, "shownFrom", upTo(60, null)],
  ["suspension", SuspendInput, suspension, "shownReason", upTo(1_200, null)],
  [
    "suspension",
    SuspendInput,
    suspension,
    "from",
    {
      accepted: ["31/01/2027", "2027-01-31"],
      refused: [
        ["31/02/2027", "dayShape"],
        ["", "dayShape"],
        [undefined, "dayShape"],
      ],
    },
  ],
]);

test("a suspension's day is read to the day that is stored", () => {
  expect(SuspendInput.parse({ ...suspension, from: "31/01/2027" }).from).toBe("2027-01-31");
});
