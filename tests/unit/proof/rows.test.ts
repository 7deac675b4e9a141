import { expect, test } from "vitest";
import { comparisonWords, type ProofRow, proofRows } from "@/domain/proof/pdf-rows";
import { esCO } from "@/messages/es-CO";
import type { AnswerContent, ProofContent, UseContent } from "@/model/proof";
import { makeAnswerContent, makeUseContent } from "@/tests/support/factories/proof";

const words = esCO.proof;
const rowsOf = (facts: ProofContent) => proofRows(facts, words, "es-CO");
const labelled = (facts: ProofContent): Record<string, string> =>
  Object.fromEntries(rowsOf(facts).map(({ label, value }) => [label, value]));
const answer = (changes: Partial<AnswerContent> = {}) => labelled(makeAnswerContent(changes));
const use = (changes: Partial<UseContent> = {}) => labelled(makeUseContent(changes));

test("a proof of an answer says who asked what, when and how, and what was answered", () => {
  const rows = rowsOf(makeAnswerContent());
  expect(rows.map(({ label }) => label)).toEqual([
    ...["Número", "Fecha de la consulta", "La entidad respondió", "Valor de la orden"],
    ...["Papel comparado", "Fecha de la comparación", "Cómo consultó"],
    ...["Proveedor", "Punto de pago", "Consultó", "Orden", "Este documento se firmó"],
  ]);
  expect(rows[0]).toEqual({ label: "Número", value: "C-2026-000001", large: true });
  expect(rows.slice(1).every(({ digits, value }) => digits === true && value !== "")).toBe(true);
  expect(answer()).toMatchObject({
    "La entidad respondió": "La orden existe y está vigente",
    "Papel comparado": "Igual a la orden",
    "Cómo consultó": "Escribió los datos de la orden",
    Proveedor: "Ferretería El Tornillo & Cía., NIT 900.123.456-8",
    "Punto de pago": "Centro, Caja 2",
    Consultó: "Ana Ruiz",
    Orden: "ADELANTO POR SUBSIDIOS 0004521",
  });
});

test("a proof of a use says what was used, and no more of the order than differs from it", () => {
  expect(rowsOf(makeUseContent()).map(({ label }) => label)).toEqual([
    ...["Número", "Fecha del uso", "Valor usado", "Factura No."],
    ...["Proveedor", "Punto de pago", "Registró", "Orden", "Este documento se firmó"],
  ]);
  expect(use({ amount: 100_000, balance: 380_000 })).toMatchObject({
    ...{ "Valor usado": "$100.000", "Valor de la orden": "$480.000" },
    ...{ "Saldo después": "$380.000", Registró: "Ana Ruiz" },
  });
  expect(use({ invoice: null })).not.toHaveProperty("Factura No.");
  const hidden = { ...makeUseContent().order, value: null };
  expect(use({ order: hidden })["Valor de la orden"]).toBe("$0");
});

test("a proof of an undo says what it undoes and how much came back", () => {
  const undoes = { number: "U-2026-018732", at: "2026-11-25T15:43:00.000Z" };
  const rows = use({ kind: "undo", undoes, balance: 480_000 });
  expect(rows).toMatchObject({ "Anula el comprobante": "U-2026-018732", "Valor devuelto": "$480.000" });
  expect(rows).toHaveProperty("Fecha de la anulación");
  expect(rows).not.toHaveProperty("Fecha del uso");
  expect(rows).not.toHaveProperty("Valor usado");
});

test("an amount is written in words too", () => {
  const amount = (facts: ProofContent, label: string): ProofRow | undefined =>
    rowsOf(facts).find((row) => row.label === label);
  expect(amount(makeAnswerContent(), "Valor de la orden")).toEqual({
    ...{ label: "Valor de la orden", value: "$480.000", digits: true },
    detail: expect.stringMatching(/^cuatrocientos ochenta mil pesos/i),
  });
});

test("what is not known, or says nothing new, has no row", () => {
  const order = { ...makeAnswerContent().order, value: null, number: null };
  const bare = answer({ order, comparison: null, balance: null, person: null, branch: null, counter: null });
  expect(Object.keys(bare)).toEqual([
    ...["Número", "Fecha de la consulta", "La entidad respondió", "Cómo consultó", "Proveedor", "Orden"],
    "Este documento se firmó",
  ]);
  expect(bare.Orden).toBe("ADELANTO POR SUBSIDIOS sin número");
  expect(answer({ counter: null })["Punto de pago"]).toBe("Centro");
  expect(answer({ balance: null })).not.toHaveProperty("Saldo");
  expect(answer({ balance: 0 }).Saldo).toBe("$0");
  expect(answer()).not.toHaveProperty("Al expedir esta constancia");
  expect(answer({ outcomeNow: "used" })["Al expedir esta constancia"]).toBe("La orden ya fue usada");
});

test("a comparison names the rows in which the paper differs", () => {
  const shown = (result: "equal" | "different", differing: ("value" | "holder" | "paper")[]) =>
    comparisonWords({ result, differing, at: "2026-11-25T15:42:40.000Z" }, words);
  expect(shown("equal", [])).toBe("Igual a la orden");
  expect(shown("different", ["value", "paper"])).toBe("Distinto de la orden: el valor, el número y la fecha");
});
