import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { geometryOf, paperSizes } from "@/domain/print/geometry";
import { writeOrders } from "@/domain/print/write-orders";
import { makePaperOrder, paperCaja } from "@/tests/support/factories/paper";
import { readPdf } from "@/tests/support/read-pdf";

const numbers = [
  "0004521",
  "H0000001",
  "1234567890",
  "123456789012",
  "9".repeat(20),
  "W".repeat(19).concat("8"),
];
const names = [
  paperCaja.name,
  "Caja de Compensación Familiar de la Costa y del Interior, Comfamiliar de Prueba",
  "W".repeat(27),
];

async function headOf(size: (typeof paperSizes)[number], number: string, name: string) {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(stream),
    writeOrders([makePaperOrder({ number })], { caja: { ...paperCaja, name }, size }, stream),
  ]);
  const [page] = (await readPdf(bytes)).pages;
  const { headBand } = geometryOf[size];
  return (page?.pieces ?? []).filter(({ text, at }) => text.trim() !== "" && at < headBand + 20);
}

for (const size of paperSizes)
  test(`on a ${size} sheet no texts of the head touch each other, its margin or its band, however long they are`, async () => {
    const { margin, width, headBand, rosette } = geometryOf[size];
    for (const name of names)
      for (const number of numbers) {
        const head = await headOf(size, number, name);
        const texts = head.map(({ text }) => text);
        const which = `${number}, ${name}: ${texts.join(" | ")}`;
        for (const whole of [
          number,
          "7K3-M9Q-XT5",
          "NIT 890.000.000-1",
          "Código de control",
          "Nro Documento",
        ])
          expect(texts, which).toContain(whole);
        expect(
          texts
            .filter((text) => name.includes(text))
            .join("")
            .replaceAll(" ", ""),
          which,
        ).toBe(name.replaceAll(" ", ""));
        for (const { text, from, to, at } of head) {
          expect(from, `${which}: ${text}`).toBeGreaterThanOrEqual(
            margin + (text === number || text === "7K3-M9Q-XT5" ? 0 : rosette) - 0.5,
          );
          expect(to, `${which}: ${text}`).toBeLessThanOrEqual(width - margin + 0.5);
          expect(at, `${which}: ${text}`).toBeLessThan(headBand);
        }
        for (const [index, one] of head.entries())
          for (const other of head.slice(index + 1)) {
            const isBeside = one.to <= other.from || other.to <= one.from;
            const isApart = one.at <= other.at - other.size * 0.7 || other.at <= one.at - one.size * 0.7;
            expect(isBeside || isApart, `${which}: "${one.text}" on "${other.text}"`).toBe(true);
          }
      }
  });

test("the number of an order is as large as the head has room for, and never below nine points", async () => {
  for (const size of paperSizes)
    for (const number of numbers) {
      const points =
        (await headOf(size, number, paperCaja.name)).find(({ text }) => text === number)?.size ?? 0;
      expect(points, `${size} ${number}`).toBeGreaterThanOrEqual(number.length <= 12 ? 18 : 9);
    }
});
