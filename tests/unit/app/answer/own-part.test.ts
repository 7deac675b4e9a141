import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OwnPart } from "@/app/(proveedor)/_answer/own-part";
import { esCO } from "@/messages/es-CO";
import type { Verdict } from "@/model/verdict";

const readAt = new Date("2026-11-24T20:10:00Z");

const markup = (verdict: Verdict, ownPart: { id: string; at: Date; counter: string | null } | null) =>
  renderToStaticMarkup(
    createElement(OwnPart, {
      answer: { readAt, counter: { ownPart } },
      verdict,
      messages: esCO,
      language: "es-CO",
      receipt: (id: string) => `/comprobantes/${id}`,
    }),
  ).replaceAll("\u00a0", " ");

test("the answer to an order with a part used by the own company says when and where, with its receipt", () => {
  const at = new Date("2026-11-24T20:05:00Z");
  expect(markup("current", { id: "uso", at, counter: "Caja 1" })).toMatch(
    /Su empresa ya registró una parte hoy a las 3:05 p\. m\., Caja 1\..*href="\/comprobantes\/uso"/,
  );
  const before = new Date("2026-11-20T20:05:00Z");
  expect(markup("current", { id: "uso", at: before, counter: null })).toContain(
    "el 20 de noviembre de 2026 a las 3:05 p. m.",
  );
});

test("whatever became of the order since, a part of the own company is told", () => {
  const verdicts = ["used", "expired", "blocked", "annulled", "replaced", "claimed", "picture"] as const;
  for (const verdict of verdicts)
    expect(markup(verdict, { id: "uso", at: readAt, counter: null }), verdict).toContain("/comprobantes/uso");
});

test("an order without a part of the own company, and one whose heading tells of it, say nothing more", () => {
  expect(markup("current", null)).toBe("");
  expect(markup("registered", { id: "uso", at: readAt, counter: null })).toBe("");
});
