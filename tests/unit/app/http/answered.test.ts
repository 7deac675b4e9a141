import { expect, test } from "vitest";
import { answeredIn } from "@/app/_server/http/answered";
import { esCO } from "@/messages/es-CO";

const errors = { rut: { missing: "Adjunte el RUT" }, note: { noteLong: "Escriba menos" } };
const { refusals } = esCO.common;
const values = { note: "hola" };

test("field errors in the URL are shown in the form, with what was typed", () => {
  const query = { note: "noteLong", rut: "missing", aviso: "not_allowed" };
  expect(answeredIn(query, { errors, refusals }, values)).toEqual({
    status: "invalid",
    fields: { rut: "missing", note: "noteLong" },
    values,
  });
});

test("a refusal code in the URL is shown in the form", () => {
  expect(answeredIn({ aviso: "too_many_attempts" }, { errors, refusals }, values)).toEqual({
    status: "refused",
    code: "too_many_attempts",
    text: refusals.too_many_attempts,
    values,
  });
});

test.each([
  { rut: "Llame al 300 000 0000" },
  { rut: ["missing", "missing"] },
  { rut: "toString" },
  { other: "missing" },
  { aviso: "constructor" },
  { aviso: ["not_allowed"] },
  {},
])("an unknown or tampered URL parameter shows no message: %o", (query) => {
  expect(answeredIn(query, { errors, refusals }, values)).toEqual({ status: "idle" });
});
