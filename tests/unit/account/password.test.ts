import fc from "fast-check";
import { expect, test } from "vitest";
import { maskedEmail } from "@/domain/account/masked-email";
import { LEAST_PASSWORD, LONGEST_PASSWORD, mailboxName, passwordFault } from "@/domain/account/password";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

test.each([
  ["catorce letras", "passwordShort"],
  ["123456789012345", "passwordCommon"],
  ["contraseña 123456", "passwordCommon"],
  ["aaaaaaaaaaaaaaaaaaaa", "passwordCommon"],
  ["colombia colombia", "passwordCommon"],
  ["abcabcabcabcabcabc", "passwordCommon"],
  ["los lunes surto la vitrina", "passwordCommon"],
  ["x1y2z3w4".repeat(17), "passwordLong"],
  ["mi nit es 900.123.456", "passwordPersonal"],
  ["soy ana.perez y vendo", "passwordPersonal"],
  ["el gato duerme al sol", null],
  ["ñandú ñandú corre veloz", null],
])("the password %s has the error %s", (password, fault) => {
  expect(passwordFault(password, ["900123456", mailboxName("ana.perez@correo.com")])).toBe(fault);
});

test("no character class is required: any varied phrase of 15 characters is accepted", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[b-y]{3}[0-9]{3} [ñáéíóú]{3} [A-Z]{3}!\?=&[0-9]{2}$/), (phrase) => {
      fc.pre(new Set(phrase).size >= 8);
      expect(passwordFault(phrase, [])).toBeNull();
    }),
  );
});

test("a masked e-mail shows its domain and at most two characters of its name", () => {
  expect(maskedEmail("ana.perez@gmail.com")).toBe("an•••@gmail.com");
  expect(maskedEmail("a@x.co")).toBe("•••@x.co");
});

test.each([
  ["es-CO", esCO],
  ["en", en],
])("the sentences about a password's length name the limits that hold, in %s", (_, { account }) => {
  const { passwordShort, passwordLong } = account.form.errors;
  expect(passwordShort).toContain(` ${LEAST_PASSWORD} `);
  expect(passwordLong).toContain(` ${LONGEST_PASSWORD} `);
  expect(account.password.hint).toContain(` ${LEAST_PASSWORD} `);
});
