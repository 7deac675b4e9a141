import { expect, test } from "vitest";
import { idle } from "@/components/form/form-state";
import { formView } from "@/components/form/form-view";

const words = {
  errorSummary: "Revise esto",
  wait: "Puede intentar de nuevo desde {hora}",
  errors: { missing: "Falta", "rut.missing": "Adjunte el RUT" },
  unreadableText: "No se puede leer",
};
const view = (options: Omit<Parameters<typeof formView>[0], "words" | "language">) =>
  formView({ words, language: "es-CO", ...options });

test("an error shows the message of its field, or else that of all fields or of the refusal", () => {
  const fields = { note: "unreadable", rut: "missing", camara: "missing" };
  const { error, errors } = view({
    state: { status: "invalid", fields, values: {} },
    order: ["rut", "camara", "note"],
  });
  expect([error("rut"), error("camara"), error("note"), error("other")]).toEqual([
    "Adjunte el RUT",
    "Falta",
    "No se puede leer",
    undefined,
  ]);
  expect(errors.map(({ name }) => name)).toEqual(["rut", "camara", "note"]);
});

test("the fault of a text that is too long names how long it may be", () => {
  const tooLong = "Escríbalo en {limite} letras o menos";
  const { error } = formView({
    words: { ...words, errors: { tooLong } },
    language: "es-CO",
    state: { status: "invalid", fields: { name: "tooLong:60" }, values: {} },
  });
  expect(error("name")).toBe("Escríbalo en 60 letras o menos");
});

test("submitted values are shown again, also one or several checked boxes", () => {
  const sent = (shown: string | string[]) =>
    view({ state: { status: "invalid", fields: {}, values: { shown } }, known: { shown: ["a", "b", "c"] } });
  expect(["a", "b", "c"].map((value) => sent("b").among("shown", value))).toEqual([false, true, false]);
  expect(["a", "b", "c"].map((value) => sent(["a", "c"]).among("shown", value))).toEqual([true, false, true]);
  expect(view({ state: idle, known: { shown: "a" } }).among("shown", "a")).toBe(true);
  expect(view({ state: idle }).among("shown", "a")).toBe(false);
});

test("a corrected field loses its error on blur, and the summary keeps it", () => {
  const { error, errors } = view({
    state: { status: "invalid", fields: { rut: "missing" }, values: {} },
    left: { rut: undefined },
  });
  expect(error("rut")).toBeUndefined();
  expect(errors).toEqual([{ name: "rut", text: "Adjunte el RUT" }]);
});

test.each([
  [
    "within half a day, by the minute after it ends",
    20 * 60_000,
    /^No\. Puede intentar de nuevo desde las? \d{1,2}:\d\d [ap]\. m\.$/,
  ],
  [
    "later, with its day",
    26 * 3_600_000,
    /^No\. Puede intentar de nuevo desde (?:mañana|el \d+ de [a-z]+ de \d{4}) a las? \d{1,2}:\d\d [ap]\. m\.$/,
  ],
])("a refusal says when it may be tried again: %s", (_, wait, text) => {
  const until = new Date(Date.now() + wait);
  const refused = (end: Date) =>
    view({
      state: {
        status: "refused",
        code: "too_many_attempts",
        text: "No.",
        until: end.toISOString(),
        values: {},
      },
    }).refusal;
  expect(refused(until)?.replaceAll("\u00a0", " ")).toMatch(text);
  const minute = new Date("2026-11-24T18:05:30Z");
  const shown = refused(minute)?.replaceAll("\u00a0", " ");
  expect(shown).toBe("No. Puede intentar de nuevo desde la 1:06 p. m.");
});
