import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { geometryOf, paperSizes } from "@/domain/print/geometry";
import type { PaperOrder } from "@/domain/print/order-sheet";
import { paperWords } from "@/domain/print/words";
import { paperTitle, writeOrders } from "@/domain/print/write-orders";
import { pesosInWords } from "@/lib/format/money";
import { makePaperOrder, paperCaja } from "@/tests/support/factories/paper";
import { readPdf } from "@/tests/support/read-pdf";

async function pdfOf(orders: PaperOrder[], size: (typeof paperSizes)[number] = "letter"): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(stream),
    writeOrders(orders, { caja: paperCaja, size, title: paperTitle(orders, paperCaja) }, stream),
  ]);
  return bytes;
}

test.each(paperSizes)("a %s sheet contains the order's data as text", async (size) => {
  const { pages, count } = await readPdf(await pdfOf([makePaperOrder()], size));
  const [page] = pages;
  if (!page) throw new Error("no page");
  expect(count).toBe(1);
  expect([page.width, page.height]).toEqual(size === "letter" ? [612, 792] : [396, 612]);
  const text = page.text.replace(/\s+/g, " ");
  for (const part of [
    "0004521",
    "7K3-M9Q-XT5",
    "ADELANTO POR SUBSIDIOS",
    "MARÍA ESPERANZA PÉREZ CASTAÑEDA",
    "CC 1.042.555.318",
    "$480.000",
    "CUATROCIENTOS OCHENTA MIL PESOS M/CTE",
    "Adelanto de cuota monetaria",
    "24 de noviembre de 2026",
    "15 de diciembre de 2026",
    "Cualquier comercio con convenio",
    "Sede Centro",
    "Solo vale una vez. No acepte pantallazos ni fotocopias.",
    "Entre a proveedores.caja.example/consultar o escanee",
    "(605) 323 5000, lunes a viernes de 7 a. m. a 5 p. m.",
    "Caja de Compensación de Prueba",
    "recibí a satisfacción",
    "firma y sello",
  ])
    expect(text).toContain(part);
});

test("the PDF is tagged, in Spanish, with title, heading, table and alternative text", async () => {
  const bytes = await pdfOf([makePaperOrder()]);
  const { info, tagged, pages } = await readPdf(bytes);
  expect(tagged).toBe(true);
  expect(info).toMatchObject({ Language: "es-CO", Title: "Orden 0004521 · Caja de Compensación de Prueba" });
  const roles = pages[0]?.roles ?? [];
  for (const role of ["Document", "Sect", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure"])
    expect(roles).toContain(role);
  expect(roles.filter((role) => role === "TH")).toHaveLength(8);
  expect(pages[0]?.alts).toEqual(["Código QR para verificar la orden"]);
  expect(bytes.toString("latin1")).toContain("pdfuaid:part");
});

test("every font is embedded as a subset", async () => {
  const source = (await pdfOf([makePaperOrder()])).toString("latin1");
  const faces = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
  expect(faces.length).toBeGreaterThan(0);
  for (const face of faces) expect(face).toMatch(/^[A-Z]{6}\+Papel-(Regular|Bold|ExtraBold)$/);
  expect(source.match(/\/FontFile2 /g)).toHaveLength(new Set(faces).size);
});

test("the PDF uses black only, except 30 % grey for the guilloches", async () => {
  const bytes = await pdfOf([makePaperOrder()]);
  const source = bytes.toString("latin1");
  const colours = new Set<string>();
  for (const match of source.matchAll(/stream\n/g)) {
    const from = (match.index ?? 0) + match[0].length;
    const content = tryInflate(bytes.subarray(from, source.indexOf("endstream", from)));
    for (const [colour] of content.matchAll(/^(?:[\d.]+ )+(?:rg|RG|g|G|k|K|scn|SCN)$|w 0\.7 G/gm))
      colours.add(colour);
  }
  expect([...colours].sort()).toEqual(["0 0 0 SCN", "0 0 0 scn", "w 0.7 G"]);
});

function tryInflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

test("the longest names, concepts and values fit above the warning", async () => {
  const long = makePaperOrder({
    kindName: "ADELANTO POR SUBSIDIO FAMILIAR DE VIVIENDA Y EDUCACIÓN",
    number: "H000000000000000001",
    affiliateName: "MARÍA DE LOS ÁNGELES ESPERANZA FERNÁNDEZ DE CASTRO Y BUENDÍA MÁRQUEZ",
    value: 777_777_777,
    concept:
      "Materiales de construcción, acabados, pintura y herramientas para el mejoramiento de la vivienda propia",
    provider:
      "Distribuidora de Materiales y Ferretería El Gran Tornillo del Caribe S.A.S., NIT 900.123.456-8",
  });
  for (const size of paperSizes) {
    const [page] = (await readPdf(await pdfOf([long], size))).pages;
    const text = page?.text.replace(/\s+/g, " ") ?? "";
    for (const whole of [long.affiliateName, long.concept, long.provider, long.kindName, long.number])
      expect(text).toContain(whole);
    expect(text).toContain(paperWords.inWords(pesosInWords(long.value)));
    expect(page?.pieces.filter((piece) => /M\/$|^CTE/.test(piece.text))).toEqual([]);
    const office = page?.pieces.find((piece) => piece.text === long.office);
    expect(office?.at).toBeLessThan(geometryOf[size].once.top);
  }
});

test("a batch has one page per order with its own number, and embeds the fonts once", async () => {
  const orders = Array.from({ length: 40 }, (_, index) => makePaperOrder({}, index + 1));
  const [bytes, one] = [await pdfOf(orders), await pdfOf(orders.slice(0, 1))];
  const { count, pages } = await readPdf(bytes, 3);
  expect(count).toBe(40);
  expect(pages.map(({ text }) => text.match(/000000\d/)?.[0])).toEqual(["0000001", "0000002", "0000003"]);
  const faces = (file: Buffer) => file.toString("latin1").match(/\/FontFile2 /g)?.length;
  expect(faces(bytes)).toBe(faces(one));
  // A page more is a small part of a file: a thousand fit the memory (npm run test:paper measures them).
  expect((bytes.length - one.length) / 39).toBeLessThan(16_000);
});

test("a closed connection ends the drawing", async () => {
  const stream = new PassThrough();
  const drawing = writeOrders(
    [makePaperOrder(), makePaperOrder({}, 2)],
    { caja: paperCaja, size: "letter" },
    stream,
  );
  stream.destroy();
  await expect(drawing).rejects.toThrow();
});

test("only a paper that is used whole says that it is valid once", async () => {
  for (const [partialUse, present, absent] of [
    [false, paperWords.once, paperWords.parts],
    [true, paperWords.parts, paperWords.once],
  ] as const)
    for (const size of paperSizes) {
      const [page] = (await readPdf(await pdfOf([makePaperOrder({ partialUse })], size))).pages;
      const text = page?.text.replace(/\s+/g, " ") ?? "";
      expect(text).toContain(present);
      expect(text).not.toContain(absent);
    }
});

test.each(paperSizes)("on a %s sheet text is at least 8 points where there is room", async (size) => {
  const order = makePaperOrder({
    affiliateName: "María Fernanda de los Ángeles Castañeda Villanueva de la Hoz y Torregrosa Barrios "
      .repeat(2)
      .slice(0, 120),
    concept: "Materiales de construcción, calzado escolar, uniformes y útiles para el año que viene; "
      .repeat(3)
      .slice(0, 198),
    provider: `${"Comercializadora Ferretería y Papelería El Tornillo de la Costa ".repeat(3).slice(0, 160)}, NIT 843.464.097-3`,
    office: "Centro de Atención al Ciudadano de la Sede Administrativa del Norte de la ciudad".slice(0, 80),
  });
  const { pages, count } = await readPdf(await pdfOf([order], size));
  expect(count).toBe(1);
  const pieces = (pages[0]?.pieces ?? []).filter(({ text }) => text.trim() !== "");
  expect(pieces.length).toBeGreaterThan(20);
  for (const { text, size: points } of pieces)
    expect(Math.round(points * 10) / 10, text).toBeGreaterThanOrEqual(8);
  // The table ends above the frame that says that it is good once.
  const once = pieces.find(({ text }) => text.startsWith("Solo vale"))?.at ?? 0;
  const lastRow = Math.max(...pieces.map(({ at }) => at).filter((at) => at < once));
  expect(once - lastRow).toBeGreaterThan(geometryOf[size].once.size);
});

test("orders that cannot be printed are listed on a last page", async () => {
  const stream = new PassThrough();
  const leftOut = Array.from({ length: 90 }, (_, at) => ({
    number: `AS ${at + 1_000}`,
    why: "dates" as const,
  }));
  const [bytes] = await Promise.all([
    buffer(stream),
    writeOrders([makePaperOrder()], { caja: paperCaja, size: "half_letter", leftOut }, stream),
  ]);
  const { pages, count } = await readPdf(bytes);
  expect(count).toBeGreaterThan(2);
  const text = pages
    .map((page) => page.text)
    .join(" ")
    .replace(/\s+/g, " ");
  expect(text).toContain("Órdenes que no se imprimieron");
  for (const { number } of leftOut) expect(text).toContain(number);
});

test("a letter missing in the fonts is never printed as a question mark", async () => {
  const { pages } = await readPdf(await pdfOf([makePaperOrder({ affiliateName: "Łukasz Đurić İnan ŋ" })]));
  expect(pages[0]?.text).toContain("Lukasz Duric Inan n");
  const odd = await readPdf(await pdfOf([makePaperOrder({ affiliateName: "Ana 🎉 محمد" })]));
  expect(odd.pages[0]?.text).not.toContain("?");
});

test.each(paperSizes)("on a %s sheet text extraction does not join separate texts", async (size) => {
  const order = makePaperOrder({ value: 777_777_777 });
  const contents = (await readPdf(await pdfOf([order], size))).pages[0]?.contents ?? [];
  for (const { text, faces } of contents) expect(faces.size, text).toBe(1);
  const texts = contents.map(({ text }) => text);
  for (const text of [
    "NIT 890.000.000-1",
    "Código de control",
    "7K3-M9Q-XT5",
    "0004521",
    "Valor",
    "$777.777.777",
  ])
    expect(texts).toContain(text);
  // The value in words is as long as two lines: they are two pieces, or one with its spaces.
  const words = paperWords.inWords(pesosInWords(order.value));
  const from = texts.findIndex((text) => words.startsWith(text));
  expect([texts[from], `${texts[from]} ${texts[from + 1]}`]).toContain(words);
});

test("the caja's NIT is formatted with points and check digit, however it is stored", async () => {
  for (const nit of ["890000000", "890000000-1", "8900000001", "NIT 890.000.000-1"]) {
    const stream = new PassThrough();
    const caja = { ...paperCaja, nit };
    const [bytes] = await Promise.all([
      buffer(stream),
      writeOrders([makePaperOrder()], { caja, size: "letter" }, stream),
    ]);
    const contents = (await readPdf(bytes)).pages[0]?.contents ?? [];
    expect(contents.map(({ text }) => text)).toContain("NIT 890.000.000-1");
  }
});
