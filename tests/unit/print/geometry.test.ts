import { expect, test } from "vitest";
import { orderRows } from "@/components/order/order-rows";
import { geometryOf, MM, paperSizes } from "@/domain/print/geometry";
import { paperWords } from "@/domain/print/words";
import { drawable } from "@/lib/pdf/ink";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { counter } from "@/messages/es-CO/lookup";
import { makePaperOrder } from "@/tests/support/factories/paper";

test.each(paperSizes)(
  "on a %s sheet the QR is at least 28 mm, has a quiet zone and avoids the folds",
  (size) => {
    const { height, band, headBand, margin, once, qr, signatures } = geometryOf[size];
    expect(qr.side / MM).toBeGreaterThanOrEqual(28);
    const { size: modules } = qrRuns(makePaperOrder().codeUrl);
    const quiet = (qr.side / modules) * QUIET;
    expect(margin).toBeGreaterThan(quiet);
    expect(qr.top - quiet).toBeGreaterThan(once.top + once.size);
    expect(qr.top + qr.side + quiet).toBeLessThan(signatures);
    for (const fold of [height / 2, height / 3, (height * 2) / 3])
      expect(fold < qr.top || fold > qr.top + qr.side).toBe(true);
    for (const guilloche of [headBand, height - band])
      expect(guilloche + band < qr.top - quiet || guilloche > qr.top + qr.side + quiet).toBe(true);
  },
);

test("the longest code fits a QR of version 9", () => {
  const longest = `HTTPS://${"A".repeat(29)}/V/${"2".repeat(148)}`;
  expect(qrRuns(longest).size).toBeLessThanOrEqual(9 * 4 + 17);
});

test("the drawn runs are the QR's dark modules, with the finder in its corner", () => {
  const { size, runs } = qrRuns("HTTPS://CAJA.EXAMPLE/V/2");
  expect(runs.filter(({ y }) => y === 0).at(0)).toEqual({ x: 0, y: 0, length: 7 });
  expect(runs.filter(({ y }) => y === size - 1).at(0)).toEqual({ x: 0, y: size - 1, length: 7 });
});

test("the labels equal those of the answer page, in the same order", () => {
  const screen = orderRows(makePaperOrder(), counter, "es-CO").map(({ label }) => label);
  const { affiliate, identity, value, concept, issuedOn, validUntil, office } = paperWords;
  expect(screen).toEqual([affiliate, identity, value, concept, issuedOn, validUntil, office]);
});

test("the value in words is in upper case and ends with M/CTE", () => {
  expect(paperWords.inWords("veintiún mil pesos")).toBe("VEINTIÚN MIL PESOS M/CTE");
});

test("a letter without a glyph loses its accent, and no letter is dropped", () => {
  expect(drawable("MARÍA NUÑEZ Ü")).toBe("MARÍA NUÑEZ Ü");
  expect(drawable("Dvořák\u00a0Š")).toBe("Dvorák S");
  expect(drawable("李 A")).toBe("¤ A");
});
