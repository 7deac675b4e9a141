import { expect, test } from "vitest";
import { codeUrl, encodeCodeBody } from "@/domain/order-code/code";
import { verifyInput } from "@/domain/order-code/verify-schema";

const HOME = "https://proveedores.ejemplo.com.co";
const body = encodeCodeBody({
  issuer: 1,
  keyId: 1,
  kindNumber: 1,
  codeId: new Uint8Array(8),
  issuedOn: "2026-01-01",
  validUntil: "2026-12-31",
  value: 1,
  holderTag: new Uint8Array(8),
});
const bytes = Uint8Array.from([...(body ?? []), ...new Uint8Array(64)]);
const url = codeUrl(HOME, bytes);
const read = (code: unknown) => {
  const { success, data, error } = verifyInput(HOME).safeParse({ code });
  return success ? data.code : error.issues.map(({ message }) => message);
};

test("a pasted code is answered by the page of its 148 letters, whatever stands around it", () => {
  const mixed = `${url.slice(-148, -70).toLowerCase()} ${url.slice(-70)}`;
  for (const typed of [url, ` ${url}\n`, url.slice(-148).toLowerCase(), mixed])
    expect(read(typed)).toBe(`/V/${url.slice(-148)}`);
});

test("the number of a proof with its eight letters is answered by the proof's page, and one that is cut by an advice", () => {
  const name = "C-2026-000001-1R674T5R";
  for (const typed of [
    name,
    " c 2026 000001 ir674t5r ",
    `${HOME}/c/${name}`,
    `proveedores.ejemplo.com.co/C/${name}`,
  ])
    expect(read(typed)).toBe(`/c/${name}`);
  for (const typed of ["C-2026-000001", "u-2026-000102", "C-2026-000001-1R67"])
    expect(read(typed)).toEqual(["codeMalformed"]);
});

/** As a scanner set to the United States types into a Spanish keyboard. */
const spanish = (text: string) =>
  text
    .replaceAll("-", "'")
    .replaceAll("/", "-")
    .replaceAll(":", text === text.toUpperCase() ? "Ñ" : "ñ");

/** As programs for mail break a line. */
const broken = (text: string, end = "\n") => (text.match(/.{1,76}/g) ?? []).join(end);
/** As a mail program of an office replaces a link by one that it checks. */
const safelink = (text: string) =>
  `https://eur01.safelinks.protection.example/?url=${encodeURIComponent(text)}&data=05%7C02%7C%E9&reserved=0`;

test.each([
  ["the caja's former address", codeUrl("https://antes.example", bytes)],
  ["a former address, typed with a Spanish layout", spanish(codeUrl("https://la-de-antes.example", bytes))],
  ["a scanner that names the kind of symbol before it", `]Q1${url}`],
  ["a text before it", `Mire la orden: ${url}`],
  ["a text before and behind it", `Le mando la orden.\n${url.toLowerCase()}\n¿Es de ustedes?`],
  ["a full stop behind it", `${url}.`],
  ["a link that a mail broke into lines", `Le mando la orden:\n${broken(url)}`],
  ["a broken link that is quoted, and a text behind it", `> ${broken(url, "\n> ")}\n> gracias`],
  ["a link that a mail program wrapped in its own", safelink(url)],
  ["the kind of symbol before its letters alone", `]Q1${url.slice(-148)}`],
  ["another kind of symbol before its letters alone", `]Q2${url.slice(-148)}`],
  ["a text before its letters alone", `Mire: ${url.slice(-148)}`],
  ["a text around its letters alone", `Mire la orden ${url.slice(-148)} gracias`],
])("a code of an order with %s is answered by its page", (_, typed) => {
  expect(read(typed)).toBe(`/V/${url.slice(-148)}`);
});

const proof = "C-2026-000001-1R674T5R";

test.each([
  ["a Spanish layout", spanish(`${HOME}/c/${proof}`)],
  ["a Spanish layout in upper case", spanish(`${HOME}/c/${proof}`.toUpperCase())],
  ["a line of text before it", `Comprobante de consulta, caja de prueba\n${HOME}/c/${proof}`],
  ["a text before and behind it", `Vea ${HOME}/c/${proof}. Gracias, C. Ñáñez`],
  ["the word for a number before it", `No. ${proof}`],
  ["a mail program's own link around it", safelink(`${HOME}/c/${proof}`)],
  ["a break of the line in it", `Vea ${HOME}/c/${proof.slice(0, 9)}\n${proof.slice(9)}`],
  ["its number in a sentence", `La constancia N° c 2026 000001 ir674t5r, de hoy`],
])("the link or number of a proof with %s is answered by its page", (_, typed) => {
  expect(read(typed)).toBe(`/c/${proof}`);
});

test("a text of any length is searched once, and the code that was cut in it has its advice", () => {
  expect(read(`Mire la orden: ${url.slice(0, -1)} gracias`)).toEqual(["codeMalformed"]);
  expect(read(`Mire la orden: ${url.slice(0, -1)} a ver`)).toEqual(["codeMalformed"]);
  expect(read(`Vea https://antes.example/V/${url.slice(-148, -130)}`)).toEqual(["codeMalformed"]);
  expect(read(`Vea ${HOME}/c/C-2026-000001`)).toEqual(["codeMalformed"]);
  expect(read("Comprobante U-2026-000102 código 1R674T5R")).toEqual(["codeMalformed"]);
  for (const hostile of [
    "C ".repeat(50_000),
    "C2026".repeat(20_000),
    "-V-".repeat(30_000),
    "A".repeat(100_000),
    "A ".repeat(50_000),
    "%2".repeat(50_000),
    "%41".repeat(30_000),
  ])
    expect(read(hostile)).toEqual(["codeForeign"]);
  expect(read("Llame al 605 323 5000 en 2026, C-12")).toEqual(["codeForeign"]);
});

test("nothing pasted, the code of somebody else and a damaged one have an advice each", () => {
  for (const typed of ["", " \n", undefined]) expect(read(typed)).toContain("codeMissing");
  expect(read("https://ejemplo.com/")).toEqual(["codeForeign"]);
  expect(read(url.slice(0, -1))).toEqual(["codeMalformed"]);
});
