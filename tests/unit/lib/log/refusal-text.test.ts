import { expect, test } from "vitest";
import { formView } from "@/components/form/form-view";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import type { RefusalCode } from "@/model/refusal";

const messages = { "es-CO": esCO, en };

const words = (language: "es-CO" | "en") => ({
  errorSummary: "",
  wait: messages[language].account.form.wait,
  errors: {},
  unreadableText: "",
});

const textOf = (code: RefusalCode, language: "es-CO" | "en") => messages[language].common.refusals[code];

test.each(["es-CO", "en"] as const)(
  "an internal error keeps what was typed and shows its error id: %s",
  (language) => {
    const values = { name: "Ana" };
    const view = formView({
      state: {
        status: "refused",
        code: "unexpected",
        text: textOf("unexpected", language),
        errorId: "a1b2c3d4",
        values,
      },
      words: words(language),
      language,
    });
    expect(view.refusal).toMatch(/a1b2c3d4$/);
    expect(view.text("name")).toBe("Ana");
  },
);

test.each(["es-CO", "en"] as const)(
  "the last attempt announces the length of the next wait: %s",
  (language) => {
    for (const code of ["last_attempt", "last_password"] as const) {
      const view = formView({
        state: { status: "refused", code, text: textOf(code, language), minutes: 5, values: {} },
        words: words(language),
        language,
      });
      expect(view.refusal).toMatch(/ 5 min/);
      expect(view.refusal).not.toContain("{");
    }
  },
);

test("a rate-limit refusal says when to retry, in the page's language", () => {
  const state = { status: "refused", code: "unexpected", until: "2040-12-15T15:42:00Z", values: {} } as const;
  const refusalIn = (language: "es-CO" | "en") =>
    formView({ state, words: words(language), language }).refusal;
  expect(refusalIn("es-CO")).toContain("nuevo desde el 15 de diciembre de 2040 a las 10:42\u00a0a.\u00a0m.");
  expect(refusalIn("en")).toContain("again from 15 December 2040 at 10:42\u00a0a.m.");
});
