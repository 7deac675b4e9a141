import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { isGuessable, isListed, LISTED_FILE } from "@/domain/account/listed-passwords";
import { isBuiltOnNames } from "@/domain/account/own-password";
import { LEAST_PASSWORD } from "@/domain/account/password";

const names = ["Ana Lucía Restrepo", "Droguería La Esperanza S.A.S.", "Caja Hanna"];

test.each([
  ["a listed long one", "q1w2e3r4t5y6u7i8o9"],
  ["a listed one with digits after it", "chocolate 1234567890"],
  ["… before and after it", "2024 chocolate 2025!!"],
  ["… with a year and signs", "Mariposa.2026***+"],
  ["a listed one repeated", "mariposamariposamariposa"],
  ["two listed ones joined", "chocolatemariposa"],
  ["… with digits between", "Carlos1985Mariposa"],
  ["digits and signs for letters", "Ch0c0l@t3M@r1p0s@"],
  ["a Spanish word that is made long", "panaderia 20262027"],
  ["a place of the country", "Barranquilla2026!"],
  ["… that has an accent and two words", "San Andrés 20262027"],
  ["a fund of the country", "comfenalco202612"],
])("a password is refused as common: %s", (_, password) => {
  expect(password.length).toBeGreaterThanOrEqual(LEAST_PASSWORD);
  expect(isGuessable(password)).toBe(true);
});

test.each([
  "el gato duerme al sol",
  "cuatro sillas verdes y un paraguas",
  "ñandú ñandú corre veloz",
  "vendo queso los martes en la esquina",
  "Xq7 vb2 Lm9 zt4 Rk1",
  "una frase larga para las pruebas",
  "83617 49205 71 6 ok",
])("a phrase that nobody expects is accepted: %s", (password) => {
  expect(isGuessable(password)).toBe(false);
  expect(isBuiltOnNames(password, names)).toBe(false);
});

test.each([
  "restrepo restrepo",
  "drogueria esperanza",
  "Ana Restrepo 1234567",
  "Esperanza+Restrepo!",
  "droguería chocolate",
  "lucia caja hanna 2026",
])("a password that names the person, the company or the caja and little else is refused: %s", (password) => {
  expect(isBuiltOnNames(password, names)).toBe(true);
});

test("a name within a long phrase is accepted", () => {
  expect(isBuiltOnNames("la esperanza nunca duerme temprano en mi calle", names)).toBe(false);
});

test("the list has 100,000 entries or more, in order and each once", () => {
  const file = readFileSync(LISTED_FILE);
  expect(file.length % 5).toBe(0);
  expect(statSync(LISTED_FILE).size / 5).toBeGreaterThanOrEqual(100_000);
  for (let at = 5; at < file.length; at += 5)
    if (file.compare(file, at - 5, at, at, at + 5) <= 0) throw new Error(`out of order at ${at}`);
  expect(isListed("chocolate")).toBe(true);
  expect(isListed("paraguas verde y quieto")).toBe(false);
});
