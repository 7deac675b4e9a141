import fc from "fast-check";
import { expect, test } from "vitest";
import { carriesItsCheckDigit, nitCheckDigit, parseNit } from "@/model/identity/nit";

// Public companies, chosen so that every remainder from 0 to 10 is there.
const known: [name: string, nit: string, checkDigit: number][] = [
  ["Terpel", "830095213", 0],
  ["Ecopetrol", "899999068", 1],
  ["Almacenes Éxito", "890900608", 9],
  ["Bancolombia", "890903938", 8],
  ["Davivienda", "860034313", 7],
  ["Avianca", "890100577", 6],
  ["Postobón", "890903939", 5],
  ["DIAN", "800197268", 4],
  ["ISA", "860016610", 3],
  ["Combarranquilla", "890102002", 2],
  ["Cajacopi", "890102044", 1],
];

test.each(known)("the check digit of %s, %s, is %i", (_, nit, checkDigit) => {
  expect(nitCheckDigit(nit)).toBe(checkDigit);
});

const nits = fc.integer({ min: 100_000, max: 999_999_999 }).map(String);

test("a NIT is parsed with points, spaces and its check digit after a hyphen", () => {
  fc.assert(
    fc.property(nits, fc.constantFrom("", " "), (nit, space) => {
      const checkDigit = nitCheckDigit(nit);
      const typed = `${nit.replace(/\B(?=(\d{3})+$)/g, ".")}${space}-${space}${checkDigit}`;
      expect(parseNit(typed)).toEqual({ ok: true, nit, checkDigit });
    }),
  );
});

test("the check digit detects every single wrong digit", () => {
  fc.assert(
    fc.property(nits, fc.nat(), fc.integer({ min: 1, max: 9 }), (nit, at, add) => {
      const place = at % nit.length;
      const wrong = String((Number(nit[place]) + add) % 10);
      const other = nit.slice(0, place) + wrong + nit.slice(place + 1);
      // Remainders 1 and 10 share the digit 1: that pair alone cannot be told apart.
      fc.pre(nitCheckDigit(nit) !== 1 && !other.startsWith("0"));
      expect(parseNit(other, String(nitCheckDigit(nit)))).toEqual({ ok: false, reason: "wrong_check_digit" });
    }),
  );
});

test.each([
  "NIT 890.102.044-1",
  "Nit: 890102044–1",
  "N.I.T. No. 890,102,044-1",
  "890102044 1",
  "890 102 044 1",
  "\u200b890102044",
  "\u202a890102044-1\u202c",
  "８９０１０２０４４",
  "89O1O2O44-1",
  "#890102044",
])("%j is parsed as NIT 890102044", (typed) => {
  expect(parseNit(typed)).toEqual({ ok: true, nit: "890102044", checkDigit: 1 });
});

test("the check digit may be typed after the number, with a separator", () => {
  const read = { ok: true, nit: "890102044", checkDigit: 1 };
  expect(parseNit("8901020441", "1")).toEqual(read);
  expect(parseNit("890102044-1", "1")).toEqual(read);
  expect(parseNit("890102044", "\u200b1 ")).toEqual(read);
  expect(parseNit("890102044-1", "2")).toEqual({ ok: false, reason: "wrong_check_digit" });
});

test("no other sign is read as a digit, and a text without digits is no NIT", () => {
  for (const typed of ["890102044-1-1", "-", "N.A.", "890102²44", "0890102044", "890102044-12"])
    expect(parseNit(typed).ok, typed).toBe(false);
});

test("ten digits whose last is the check digit are asked about, not guessed", () => {
  expect(parseNit("8901020441")).toEqual({ ok: false, reason: "ambiguous" });
});

test.each([
  "900.765.432.6",
  "900765432/6",
  "900-765-432-6",
  "9007654326",
  "900765432 DV 6",
  "900.765.432 D.V.: 6",
])(
  "%j is a company's number with its check digit, also where ten digits could be a cédula with the same one",
  (typed) => {
    expect(nitCheckDigit("9007654326")).toBe(6);
    expect(parseNit(typed, "6")).toEqual({ ok: true, nit: "900765432", checkDigit: 6 });
  },
);

test("a cédula of ten digits whose last one could be a check digit stays whole", () => {
  const cedula = Array.from({ length: 1000 }, (_, add) => String(1_042_555_000 + add)).find(
    (number) => carriesItsCheckDigit(number) && nitCheckDigit(number) === Number(number.at(-1)),
  );
  if (!cedula) throw new Error("no such number");
  const grouped = cedula.replace(/\B(?=(\d{3})+$)/g, ".");
  for (const typed of [cedula, grouped])
    expect(parseNit(typed, cedula.slice(-1))).toEqual({
      ok: true,
      nit: cedula,
      checkDigit: Number(cedula.at(-1)),
    });
});
