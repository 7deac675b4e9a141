import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type ProofSize, proofSizes, writeProof } from "@/domain/proof/write-pdf";
import { makeAnswerContent, makeUseContent } from "@/tests/support/factories/proof";
import { readPdf } from "@/tests/support/read-pdf";

const pdfOf = (facts: Parameters<typeof writeProof>[0]["facts"], paper: ProofSize) => {
  const name = `${facts.number}-7F3K9QXM`;
  const address = `https://proveedores.caja.example/c/${name}`;
  return buffer(
    Readable.from(
      writeProof({ facts, keyId: 1, name, address, checkedAt: "proveedores.caja.example/verificar" }, paper),
    ),
  );
};

test.each(proofSizes)(
  "the proof's PDF on %s contains every field on one page of the right width",
  async (paper) => {
    const { pages, count, info, tagged } = await readPdf(await pdfOf(makeAnswerContent(), paper));
    const [page] = pages;
    expect(count).toBe(1);
    expect(tagged).toBe(true);
    expect(info).toMatchObject({ Language: "es-CO", Title: "Constancia de consulta C-2026-000001" });
    expect(Math.round((page?.width ?? 0) / (72 / 25.4))).toBe({ letter: 216, "80": 80, "58": 58 }[paper]);
    const text = page?.text.replace(/\s+/g, "") ?? "";
    for (const part of [
      "C-2026-000001",
      "25 de noviembre de 2026, 10:42 a. m.",
      "La orden existe y está vigente",
      "$480.000",
      "cuatrocientos ochenta mil pesos",
      "Igual a la orden",
      "Ferretería El Tornillo & Cía., NIT 900.123.456-8",
      "Centro, Caja 2",
      "Ana Ruiz",
      "ADELANTO POR SUBSIDIOS 0004521",
      "C-2026-000001-7F3K9QXM",
      "proveedores.caja.example/verificar",
    ])
      expect(text).toContain(part.replaceAll(" ", ""));
    for (const { text: piece, size } of page?.pieces.filter(({ text }) => text.trim() !== "") ?? [])
      expect(size, piece).toBeGreaterThanOrEqual(8);
    expect(page?.alts).toEqual(["Código QR para comprobar este documento"]);
    for (const role of ["H1", "H2", "Table", "TH", "TD", "Figure"]) expect(page?.roles).toContain(role);
  },
);

test("nothing overflows the page, however long the names", async () => {
  const provider = { name: "Distribuidora de Materiales ".repeat(6), nit: "900123456-8" };
  for (const paper of proofSizes) {
    const { pages, count } = await readPdf(await pdfOf(makeUseContent({ provider, balance: 20_000 }), paper));
    expect(count).toBe(1);
    const [page] = pages;
    for (const { at } of page?.pieces ?? []) expect(at).toBeLessThan(page?.height ?? 0);
  }
});

test.each(proofSizes)("on %s text extraction does not join separate texts", async (paper) => {
  for (const text of [
    makeAnswerContent({ caja: { name: "Caja", nit: "890000000" } }),
    makeUseContent({ caja: { name: "Caja", nit: "890000000-1" }, balance: 20_000 }),
  ]) {
    const contents = (await readPdf(await pdfOf(text, paper))).pages[0]?.contents ?? [];
    for (const { text, faces } of contents) expect(faces.size, text).toBe(1);
    const texts = contents.map(({ text }) => text);
    for (const apart of [
      "Caja",
      "NIT 890.000.000-1",
      "Número",
      "$480.000",
      "cuatrocientos ochenta mil pesos",
    ])
      expect(texts).toContain(apart);
  }
});
