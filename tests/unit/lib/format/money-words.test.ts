import fc from "fast-check";
import { expect, test } from "vitest";
import { pesosInWords } from "@/lib/format/money";

/**
 * The words again, made another way: digit by digit from the left, with a
 * rewriting of the raw speech, where the product divides and joins.
 */
const units = ["", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
const tens = [
  "",
  "diez",
  "veinte",
  "treinta",
  "cuarenta",
  "cincuenta",
  "sesenta",
  "setenta",
  "ochenta",
  "noventa",
];
const stems = ["", "ciento", "dosc", "tresc", "cuatroc", "quin", "seisc", "setec", "ochoc", "novec"];

const contractions: [RegExp, string][] = [
  [/diez y uno/g, "once"],
  [/diez y dos/g, "doce"],
  [/diez y tres/g, "trece"],
  [/diez y cuatro/g, "catorce"],
  [/diez y cinco/g, "quince"],
  [/diez y seis/g, "dieciséis"],
  [/diez y /g, "dieci"],
  [/veinte y dos/g, "veintidós"],
  [/veinte y tres/g, "veintitrés"],
  [/veinte y seis/g, "veintiséis"],
  [/veinte y /g, "veinti"],
  [/veintiuno(?= |$)/g, "veintiún"],
  [/uno(?= |$)/g, "un"],
  [/ciento(?= (?:mil|millones|pesos|de)|$)/g, "cien"],
  [/^un mil(?= |$)/g, "mil"],
  [/(millón|millones) un mil(?= |$)/g, "$1 mil"],
];

function inWords(pesos: number): string {
  if (pesos === 0) return "cero pesos";
  const digits = String(pesos).padStart(9, "0");
  const words: string[] = [];
  for (const [index, scale] of ["millones", "mil", ""].entries()) {
    const [h = 0, t = 0, u = 0] = [...digits.slice(index * 3, index * 3 + 3)].map(Number);
    if (h + t + u === 0) continue;
    if (h) words.push(h === 1 ? "ciento" : `${stems[h]}ientos`);
    if (t && u) words.push(`${tens[t]} y ${units[u]}`);
    else if (t || u) words.push(`${tens[t]}${units[u]}`);
    if (scale) words.push(scale);
  }
  let text = words.join(" ").replace(/^uno millones/, "uno millón");
  text += /(millón|millones)$/.test(text) ? " de pesos" : " pesos";
  for (const [raw, written] of contractions) text = text.replace(raw, written);
  return text === "un pesos" ? "un peso" : text;
}

test("every value from 0 to 999.999.999 in words equals a second implementation", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (pesos) => {
      expect(pesosInWords(pesos)).toBe(inWords(pesos));
    }),
    { numRuns: 20_000 },
  );
});

test("each value below 100.000, each thousand and each million, one by one", () => {
  const different: number[] = [];
  const look = (pesos: number) => {
    if (pesosInWords(pesos) !== inWords(pesos)) different.push(pesos);
  };
  for (let pesos = 0; pesos < 100_000; pesos += 1) look(pesos);
  for (let thousands = 100; thousands < 100_000; thousands += 1) look(thousands * 1000);
  for (let millions = 1; millions < 1000; millions += 1) {
    look(millions * 1_000_000);
    look(millions * 1_000_000 + 1);
    look(millions * 1_000_000 + 1000);
  }
  expect(different).toEqual([]);
});

test("both implementations use Colombian number words", () => {
  for (const write of [pesosInWords, inWords]) {
    expect(write(21_000)).toBe("veintiún mil pesos");
    expect(write(1_000_000)).toBe("un millón de pesos");
    expect(write(101_100)).toBe("ciento un mil cien pesos");
    expect(write(31_001_000)).toBe("treinta y un millones mil pesos");
    expect(write(516_022_716)).toBe(
      "quinientos dieciséis millones veintidós mil setecientos dieciséis pesos",
    );
  }
});
