import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DraftInput, SentDraft } from "@/domain/order/draft/schema";

const typed = {
  order: randomUUID(),
  affiliateIdKind: "CC",
  affiliateId: "1.042.555.318",
  affiliateName: "  Ana   Ñúñez ",
  kindCode: "AS",
  value: "$ 480.000",
  provider: "",
  concept: "Calzado",
  issuedOn: "2026-11-25",
  validUntil: "",
  office: "CAC Prado",
};
const faultsOf = (changes: Record<string, string>) => {
  const read = DraftInput.safeParse({ ...typed, ...changes });
  return read.success ? {} : Object.fromEntries(read.error.issues.map((i) => [i.path[0], i.message]));
};

test("a valid draft form is parsed to the stored values", () => {
  expect(DraftInput.parse(typed)).toMatchObject({
    affiliateId: "1042555318",
    affiliateName: "Ana Ñúñez",
    value: 480_000,
    providerNit: null,
    validUntil: null,
  });
});

test.each([
  ["affiliateId", "", "idMissing"],
  ["affiliateId", "12", "idShape"],
  ["affiliateIdKind", "XX", "idKindMissing"],
  ["affiliateName", " ", "affiliateNameMissing"],
  ["affiliateName", "X", "tooShort:3"],
  ["value", "", "valueMissing"],
  ["value", "48X.000", "valueShape"],
  ["value", "1.000.000.000", "valueTooLarge"],
  ["provider", "900123456-1", "nitCheckDigit"],
  ["provider", "123", "nitShape"],
  ["concept", "", "conceptMissing"],
  ["issuedOn", "31/02/2027", "dayShape"],
  ["provider", "NIT 123", "nitShape"],
  ["provider", "NIT: 12", "nitShape"],
  ["provider", "El 5", "nitShape"],
  ["provider", "Cédula 900123456-1", "nitCheckDigit"],
  ["affiliateName", "Ana 龍", "paperLetters"],
  ["validUntil", "2026-11-24", "untilBeforeStart"],
  ["validUntil", "31/02/2027", "dayShape"],
  ["validUntil", "ayer", "dayShape"],
  ["office", "", "officeMissing"],
])("a draft with %s «%s» is refused with %s", (field, value, message) => {
  expect(faultsOf({ [field]: value })).toEqual({ [field]: message });
});

test("the last day is read to the day that is stored", () => {
  expect(DraftInput.parse({ ...typed, validUntil: "31/12/2026" }).validUntil).toBe("2026-12-31");
  expect(DraftInput.parse({ ...typed, validUntil: "2026-11-25" }).validUntil).toBe("2026-11-25");
});

test("an ID that does not match its kind is reported beside the other errors", () => {
  expect(faultsOf({ affiliateId: "12", concept: "", value: "x" })).toEqual({
    affiliateId: "idShape",
    concept: "conceptMissing",
    value: "valueShape",
  });
});

test("a wrong NIT and an end before the start are reported beside errors of other fields", () => {
  expect(
    faultsOf({ affiliateName: "", provider: "900123456-1", validUntil: "2026-11-24", office: "" }),
  ).toEqual({
    affiliateName: "affiliateNameMissing",
    provider: "nitCheckDigit",
    validUntil: "untilBeforeStart",
    office: "officeMissing",
  });
});

test("a provider is typed by its NIT or by its name", () => {
  const read = (provider: string) => DraftInput.parse({ ...typed, provider });
  expect(read("Ferretería El Tornillo")).toMatchObject({
    providerNit: null,
    providerName: "Ferretería El Tornillo",
  });
  for (const name of ["Nitro S. A.", "Abnit 123", "NIT Almacén 5", "Ferretería 2000"])
    expect(read(name)).toMatchObject({ providerNit: null, providerName: name });
  expect(read("900.123.456-8")).toMatchObject({ providerNit: "900123456", providerName: null });
});

test("a NIT is accepted with or without its check digit", () => {
  expect(DraftInput.parse({ ...typed, provider: "900.123.456-8" }).providerNit).toBe("900123456");
  expect(DraftInput.parse({ ...typed, provider: "900123456" }).providerNit).toBe("900123456");
  for (const provider of ["9001234568", "NIT 9001234568", "Cédula 900.123.456.8"])
    expect(DraftInput.parse({ ...typed, provider })).toMatchObject({
      providerNit: "9001234568",
      providerName: null,
    });
});

test("the button that keeps an unfinished form alone decides whether what is sent is one", () => {
  const unfinished = { ...typed, value: "x", office: "" };
  expect(SentDraft.parse({ ...unfinished, later: "1" })).toMatchObject({
    later: { order: typed.order, value: "x", affiliateId: "1.042.555.318" },
    draft: null,
  });
  expect(SentDraft.parse(typed)).toMatchObject({ later: null, draft: { value: 480_000 } });
  const read = SentDraft.safeParse(unfinished);
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["value", "valueShape"],
    ["office", "officeMissing"],
  ]);
});
