import { expect, test } from "vitest";
import { maskedEmail } from "@/domain/account/masked-email";
import { deleeted, endsStripped, mailboxName, passwordFault, simplified } from "@/domain/account/password";

test.each([
  ["fourteen letters", "el gato duerme", "passwordShort"],
  ["fifteen", "el gato duermes", null],
  ["fourteen, of which one has its accent typed apart", "el gato\u0301 duerme", "passwordShort"],
  ["fourteen with a sign of two units", "el 🐈 gato come", "passwordShort"],
  ["129", `${"una frase larga y nada usual ".repeat(5).slice(0, 128)}z`, "passwordLong"],
  ["four different letters", "abcdacbdbadcabd", "passwordCommon"],
  ["five different ones", "abcdeacbdbaecda", null],
  ["a frequent long one", "Mi contraseña es 123", "passwordCommon"],
  ["one phrase twice", "gato verde gato verde", "passwordCommon"],
  ["… and its beginning once more", "gato gris gato gris gat", "passwordCommon"],
  ["a phrase whose beginning comes again only at its end", "mesa azul 12 mesa az", null],
  ["a run of the alphabet", "bcdefghijklmnop", "passwordCommon"],
  ["… backwards", "ponmlkjihgfedcb", "passwordCommon"],
  ["… of keys, at the beginning", "qwertyuiopas mar azul", "passwordCommon"],
  ["… at the end", "mar azul opqrstuvwxyz", "passwordCommon"],
  ["… backwards at the end", "mar azul ponmlkjihgfedcba", "passwordCommon"],
  ["eleven letters of the alphabet at the beginning", "abcdefghijk mar azul", null],
  ["… at the end", "mar azul pqrstuvwxyz", null],
  ["digits in a row", "012345678901234567", "passwordCommon"],
])("a password of %s", (_, password, fault) => {
  expect(passwordFault(password, [])).toBe(fault);
});

test.each([
  ["a name of four letters", "la casa de Luís es azul", "passwordPersonal"],
  ["one of three", "la manzana de Ana azul", null],
  ["a number with points", "mi numero es 9.0.0.1.2.3.4.5.6", "passwordPersonal"],
])("a password that holds %s of its person", (_, password, fault) => {
  expect(passwordFault(password, ["ana", "luis", "900.123.456"])).toBe(fault);
});

test("what makes a password look different is taken off before it is compared", () => {
  expect(simplified("Á b.c_d-É")).toBe("abcde");
  expect(["12 ab1c ¡3!", "ab", "12", "1a"].map(endsStripped)).toEqual(["ab1c", "ab", "", "a"]);
  // A figure with no letter behind it stands for itself.
  expect(["ch0c0l4t3", "p4$t3l", "@5713a", "hola0145"].map(deleeted)).toEqual([
    ...["chocolat3", "pastel", "astiea", "hola0145"],
  ]);
  expect(["ana@x.co", "sin arroba", "@x.co"].map(mailboxName)).toEqual(["ana", "sin arroba", ""]);
});

test.each([
  ["ana@x.co", "an•••@x.co"],
  ["ab@x.co", "a•••@x.co"],
  ["a@x.co", "•••@x.co"],
  ["@x.co", "•••@x.co"],
  ['"ana@casa"@x.co', '"a•••@x.co'],
])("the e-mail %s is shown as %s", (email, shown) => {
  expect(maskedEmail(email)).toBe(shown);
});
