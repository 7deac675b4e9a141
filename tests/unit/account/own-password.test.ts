import { afterEach, beforeEach, expect, test } from "vitest";
import { isGuessable, isListed } from "@/domain/account/listed-passwords";
import { isBuiltOnNames, requireOwnPassword } from "@/domain/account/own-password";
import { cajaMemory, unknownCaja } from "@/domain/caja/last-known";

const { hannaCaja, hannaCajaDownUntil } = cajaMemory;
beforeEach(() => {
  cajaMemory.hannaCaja = {
    ...unknownCaja,
    ...{ name: "Fondo Zarzamora", shortName: "Zumbaquí" },
    ...{ legalName: "Compensar del Ceibal", portalName: "Portal Guacamaya" },
  };
  cajaMemory.hannaCajaDownUntil = Number.POSITIVE_INFINITY;
});
afterEach(() => {
  Object.assign(cajaMemory, { hannaCaja, hannaCajaDownUntil });
});

const known = {
  email: "luisa@quimbaya.com.co",
  numbers: ["900123456", "+573001234567"],
  names: ["Luisa Cruz"],
};

test.each([
  ["a number of the company", "mi nit es 900.123.456", "password_personal"],
  ["the mobile without the country's code", "mi celular 300 123 4567", "password_personal"],
  ["the mailbox", "hola soy luisa y vendo", "password_personal"],
  ["the caja's name and little else", "Zarzamora 2026 ya!", "password_personal"],
  ["the fund's short name and little else", "Zumbaqui2026Zumbaqui!", "password_personal"],
  ["its legal name and little else", "Compensar Ceibal 2026", "password_personal"],
  ["the portal's name and little else", "Portal Guacamaya 7", "password_personal"],
  ["the domain of the mail and little else", "Quimbaya 2026 ya!!", "password_personal"],
  ["a name and little else", "cruz cruz 12345678", "password_personal"],
  ["a frequent word and digits", "chocolate 1234567890", "password_common"],
])("a new password made of %s is refused: %s", async (_, password, code) => {
  await expect(requireOwnPassword(password, known)).rejects.toMatchObject({ name: "Refusal", code });
});

test("a phrase of its own is accepted, also beside the country's code or the end of the mail's domain", async () => {
  for (const password of ["el gato duerme al sol", "cuatro sillas com.co 57", "la cruz verde que nadie ve"])
    await expect(requireOwnPassword(password, known)).resolves.toBeUndefined();
});

test.each([
  ["a name of four letters", "cruz cruz 12345", ["Cruz"], true],
  ["one of three", "paz paz paz 12345", ["Paz"], false],
  ["short words that are a name together", "Sol & Mar 1234567", ["Sol & Mar"], true],
  ["a name and seven letters", "restrepo qzxwvkj 12", ["Restrepo"], true],
  ["a name and eight letters", "restrepo qzxwvkjy 12", ["Restrepo"], false],
  ["a longer name that begins with a shorter one", "rosario pintado", ["Rosa", "Rosario"], true],
  ["… named the other way round", "rosario pintado", ["Rosario", "Rosa"], true],
  ["no name, however frequent it is", "chocolate 1234567890", ["Restrepo"], false],
  ["a name and a frequent word", "restrepo chocolate", ["Restrepo"], true],
  ["a name in digits", "F3rr3t3r1aT0rn1ll0", ["Ferretería El Tornillo"], true],
  ["… that ends with one, and a year", "3lT0rn1ll02026!!", ["Ferretería El Tornillo"], true],
  ["short words of a name among its longer ones", "AnaDiazAnaRuizAna", ["Ana Ruiz Díaz"], true],
  ["one behind an ampersand", "quince quince 1", ["Ana&Quince"], true],
  ["one behind a comma", "tresa tresa 123", ["Cuatro,Tresa"], true],
  ["one behind a hyphen", "quince quince 1", ["Ana-Quince"], true],
])("whether a password is little more than names: %s", (_, password, names, built) => {
  expect(isBuiltOnNames(password, names)).toBe(built);
});

test.each([
  ["twelve figures around a word", "836174chocolate920571", true],
  ["thirteen", "836174chocolate9205716", false],
  ["a word of four letters", "amor 202620262026", true],
  ["a word of three", "sol 202620262026", false],
  ["a short word before another", "amorchocolate", true],
  ["… behind another", "chocolateamor", true],
  ["three letters behind a word", "chocolateabc", false],
  ["a word repeated, and figures", "amoramoramor2026", true],
  ["a word and as many other letters", "mariposa qzxwvkjy", false],
  ["two words, of which one is two", "chocolatemariposa2020carlos", true],
  ["three words with figures between", "carlos1985mariposa2024chocolate", false],
  ["a word before what is none", "carlos2020qzxwvkjy", false],
  ["… behind it", "qzxwvkjy2020carlos", false],
  ["no letter at all", "83617 49205 71 6", false],
  ["… and few figures", "83617 49", false],
])("whether a password can be guessed: %s", (_, password, guessable) => {
  expect(isGuessable(password)).toBe(guessable);
});

test("frequent words and places of the country are found in the list, and others not", () => {
  const words = ["carlos", "luna", "casa", "abcd", "hola", "perro", "gato", "12345", "comfenalco", "cali"];
  expect(words.filter((word) => !isListed(word))).toEqual([]);
  const others = ["qzxwvkjy", "paraguasverde", "83617492", "sillaquieta", "", "sol", "lunesdeagua"];
  expect(others.filter(isListed)).toEqual([]);
});
