import { expect, test } from "vitest";
import { personIdIndex } from "@/domain/account/sealed-fields";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { plainWords, searchReadings } from "@/domain/search/readings";
import { SearchInput } from "@/domain/search/schema";

const kinds = ["AS", "BE"];
const read = (typed: string) => searchReadings(typed, kinds);

test.each([
  ["SOL-2026-114", "SOL-2026-000114", {}],
  ["sol 2026 000114", "SOL-2026-000114", {}],
  ["r2026-42", "R-2026-000042", {}],
  ["C-2026-000007", "C-2026-000007", {}],
  ["U-2026-311", "U-2026-000311", { serial: 311, year: 2026, receipt: "U-2026-000311" }],
  ["PG-2025-14", "PG-2025-000014", { payment: 14, year: 2025 }],
  ["HD-2026-00120915", "HD-2026-00120915", {}],
  ["hd 2026 0012 0915", "HD-2026-00120915", {}],
  // A caller's words before it.
  ["radicado SOL-2026-114", "SOL-2026-000114", {}],
  ["Comprobante No. U-2026-311", "U-2026-000311", { serial: 311, year: 2026, receipt: "U-2026-000311" }],
  ["pago: PG-2025-14", "PG-2025-000014", { payment: 14, year: 2025 }],
  ["factura n° FE-100", "FE-100", {}],
])("%j is searched as the number %s", (typed, number, more) => {
  const { plain, ...found } = read(typed);
  expect(plain).toContain(number);
  for (const name of ["serial", "year", "receipt", "payment"] as const)
    expect(found[name], name).toBe((more as Record<string, unknown>)[name]);
});

test.each([
  "XSOL-2026-114",
  "SOL-2026-114X",
  "SOL-26-1",
  "U-2026-0000000001",
  "HD-2026-1",
  "XHD-2026-00120915",
])("%j is no number of ours, and is searched as it is typed", (typed) => {
  expect(read(` ${typed} `).plain).toEqual([typed]);
  expect(Object.keys(read(typed))).not.toContain("year");
});

test("a text is searched as it is typed and as identifiers are compared, each once", () => {
  expect(read(" ab 12 ").plain).toEqual(["ab 12", "AB12"]);
  expect(read("AB12").plain).toEqual(["AB12"]);
});

test.each([
  ["AS 4521", "AS"],
  ["as-0004521", "AS"],
  ["BE4521", "BE"],
  ["AS", undefined],
  ["AS45X", undefined],
  ["ASX45", undefined],
  ["4521AS", undefined],
  ["XAS4521", undefined],
  ["4521", undefined],
])("the kind before the number in %j is %s", (typed, kind) => {
  const found = read(typed);
  expect(found.kind).toBe(kind);
  expect("kind" in found).toBe(kind !== undefined);
});

test("an order's number is searched with and without its kind", () => {
  expect(read("AS 4521").numbers).toEqual(expect.arrayContaining(["AS4521", "4521"]));
});

test("a code of a look-up is a range of look-ups, and another text is none", () => {
  expect(read("7K3M-4Q2P")).toMatchObject({
    lookupFrom: expect.stringMatching(/^[0-9a-f-]{12}.*0{12}$/),
    lookupTo: expect.stringMatching(/f{12}$/),
  });
  expect(Object.keys(read("Tienda"))).not.toContain("lookupFrom");
});

test("a person and an affiliate are found by every reading of their ID, each with its own digest", () => {
  const hex = (of: (id: string) => Buffer, ids: string[]) => ids.map((id) => of(id).toString("hex"));
  const both = ["8901020441", "890102044"];
  expect(read("8901020441")).toMatchObject({
    ids: hex(affiliateIdIndex, both),
    people: hex(personIdIndex, both),
  });
});

test.each([
  ["900.123.456-8", ["900123456"]],
  ["8901020441", ["8901020441", "890102044"]],
  ["123456", ["123456"]],
  ["12345", []],
  ["Tienda", []],
])("the NITs of %j are %j", (typed, nits) => {
  expect(read(typed).nits).toEqual(nits);
});

test.each([
  ["Ferretería El Tornillo, S.A.S.", ["ferreteria", "el", "tornillo", "sas"]],
  ["Ana-María  O'Neil", ["anamaria", "oneil"]],
  ["ana_ruiz@correo", ["ana\\_ruiz@correo"]],
  ["Pan & Cía", ["pan", "&", "cia"]],
  ["50% a/b", ["50", "a", "b"]],
  ["yo", ["yo"]],
  ["1a", []],
  ["a1", []],
  ["4521", []],
])("the words of %j are %j", (typed, words) => {
  expect(read(typed).words).toEqual(words);
});

test("names are compared without accents, case and the signs within them", () => {
  expect(plainWords("Ñandú, S.A.-L'Or")).toBe("nandu salor");
  // A phone types a curved apostrophe, other keyboards an accent in its place.
  for (const sign of "'’‘´`ʼ") expect(plainWords(`L${sign}Équipe`), sign).toBe("lequipe");
});

test("a search has between one and a hundred signs", () => {
  expect(SearchInput.parse({ q: ` ${"x".repeat(200)} ` }).q).toHaveLength(200);
  for (const q of ["", " ", "x".repeat(201)]) expect(SearchInput.safeParse({ q }).success).toBe(false);
});

test("a look-up's code is read behind the word for it", () => {
  expect(read("código PP6K-WP83").lookupFrom).toBe(read("PP6K-WP83").lookupFrom);
  expect(read("PP6K-WP83").lookupFrom).toBeDefined();
});

test("a CUFE is searched with its label before it, and with the spaces that its paper breaks it by", () => {
  const cufe = "0a1b2c3d".repeat(12);
  for (const typed of [`CUFE: ${cufe}`, `CUFE ${cufe.slice(0, 40)} ${cufe.slice(40)}`]) {
    const { q } = SearchInput.parse({ q: typed });
    expect(searchReadings(q, []).plain, typed).toContain(cufe.toUpperCase());
  }
});
