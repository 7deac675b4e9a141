import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { SettledUse } from "@/db/queries/settlement";
import type { StatementFile } from "@/domain/settlement/statement";
import { writeStatement } from "@/domain/settlement/write-pdf";
import { readPdf } from "@/tests/support/read-pdf";

const at = new Date("2026-11-05T15:00:00Z");
const use = (serial: number): SettledUse => ({
  useId: String(serial),
  serial,
  at,
  cursor: { at: at.toISOString(), serial },
  kindName: "ADELANTO POR SUBSIDIOS",
  number: String(serial),
  amount: 1_000,
  branchId: serial % 2 ? "centro" : null,
  branch: serial % 2 ? "Centro" : null,
  counter: serial % 2 ? "Punto 2" : null,
  useInvoice: null,
  state: "open",
  invoice: null,
  cufe: null,
  version: "open",
  objection: null,
  payment: null,
  paymentAt: null,
  paidOn: null,
  paymentReference: null,
});

const statement = (uses: number): StatementFile => ({
  period: { from: "2026-11-01", to: "2026-11-25" },
  async *uses() {
    for (let serial = 1; serial <= uses; serial += 1) yield use(serial);
  },
});
const head = { caja: "Caja Demo", provider: "El Tornillo, NIT 900.123.456-8" };

async function pdfOf(uses: number, file = statement(uses), titles = head) {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeStatement(file, titles, out)]);
  return readPdf(bytes);
}

test("a long statement lists every receipt once, with header and page number on each page", async () => {
  const { pages, tagged } = await pdfOf(120);
  expect(tagged).toBe(true);
  expect(pages.length).toBeGreaterThan(2);
  const text = pages.map((page) => page.text).join("\n");
  for (let serial = 1; serial <= 120; serial += 1)
    expect(text.split(`U-2026-${String(serial).padStart(6, "0")}`)).toHaveLength(2);
  for (const [index, page] of pages.entries()) {
    expect(page.text).toContain(head.provider);
    expect(page.text).toContain(`Página ${index + 1}`);
  }
  for (const part of ["Centro, Punto 2", "Sin establecimiento", "$60.000", "$120.000"])
    expect(text).toContain(part);
});

test("text extraction does not join two cells", async () => {
  const { pages } = await pdfOf(3);
  for (const { text, faces } of pages[0]?.contents ?? []) expect(faces.size, text).toBe(1);
  const texts = pages[0]?.contents.map(({ text }) => text);
  for (const apart of [
    head.provider,
    head.caja,
    "U-2026-000001",
    "ADELANTO POR SUBSIDIOS 1",
    "Centro, Punto 2",
  ])
    expect(texts).toContain(apart);
});

test("a long text takes more lines of its row and never letters under 8 points", async () => {
  const long = (serial: number): SettledUse => ({
    ...use(serial),
    number: "AS-000452100012345",
    branch: "Centro Comercial Portal del Prado, local 214",
    counter: "Punto de pago del segundo piso",
    branchId: "centro",
    state: "paid",
    invoice: "FEV-2026-000000123456",
    paidOn: "2026-11-20",
    paymentReference: `TRANSFERENCIA-DE-NOVIEMBRE-${serial}-FIN`,
  });
  const file: StatementFile = {
    ...statement(0),
    async *uses() {
      for (let serial = 1; serial <= 40; serial += 1) yield long(serial);
    },
  };
  const provider = `${"Comercializadora Ferretería y Papelería El Tornillo ".repeat(3)}S.A.S., NIT 900.123.456-8`;
  const { pages } = await pdfOf(40, file, { ...head, provider });
  expect(pages.length).toBeGreaterThan(2);
  for (const { pieces, height } of pages) {
    const written = pieces.filter(({ text }) => text.trim() !== "");
    for (const { text, size, at } of written) {
      expect(size, text).toBeGreaterThanOrEqual(8);
      expect(at, text).toBeLessThan(height);
    }
    const receipts = written.filter(({ text }) => text.startsWith("U-2026-"));
    const ends = written.filter(({ text }) => text.includes("FIN"));
    expect(ends).toHaveLength(receipts.length);
    for (const [row, next] of receipts.slice(1).entries())
      expect(ends[row]?.at, next.text).toBeLessThan(next.at);
  }
});

test("a database error aborts the PDF, so that an incomplete file never looks whole", async () => {
  const out = new PassThrough();
  const broken: StatementFile = {
    ...statement(1),
    async *uses() {
      yield use(1);
      throw new Error("gone");
    },
  };
  out.resume();
  await expect(writeStatement(broken, head, out)).rejects.toThrow("gone");
  expect(out.destroyed).toBe(true);
});
