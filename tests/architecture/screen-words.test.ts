import { expect, test } from "vitest";
import { productFiles } from "../support/files";

const literal = /([<[]?)"((?:[^"\\]|\\.)*)"(:?)|`([^`]*)`/g;
/** What is quoted in a piece of code, but for keys ("x":) and types (<"x">, ["x"]). */
const literalsOf = (code: string) =>
  [...code.matchAll(literal)]
    .filter(([, type, , key]) => !(type || key))
    .map(([, , plain, , template]) => plain ?? template ?? "");

/** A template's holes without their code, from the innermost: "…" and the texts that stand inside them. */
function withoutHoles(code: string): string {
  const filled = code.replace(/\$\{[^{}]*\}/g, (hole) => `… ${literalsOf(hole).join(" ")}`);
  return filled === code ? code : withoutHoles(filled);
}

/** Texts of one language as they are written: no comments, no imports, no keys. */
function textsIn(language: string): { file: string; text: string }[] {
  return productFiles(new RegExp(`^messages/${language}/`)).flatMap(({ path, text }) =>
    literalsOf(withoutHoles(text.replace(/\/\*[\s\S]*?\*\/|\/\/ .*$|^import .*$/gm, ""))).map((words) => ({
      file: path,
      text: words.replace(/\\n/g, " "),
    })),
  );
}

/** What a text may call by these words, and why. */
const allowed = [
  /Caja de Compensación(?: Familiar)?/g, // its legal name
  /Cajacopi/g, // an example of a name
];

const faults = (language: string, words: RegExp) =>
  textsIn(language)
    .filter(({ text }) => words.test(allowed.reduce((rest, name) => rest.replace(name, ""), text)))
    .map(({ file, text }) => `${file}: ${text}`);

test("no Spanish text says “caja”: the fund is la entidad or its name, the till is the punto de pago", () => {
  expect(textsIn("es-CO").length).toBeGreaterThan(1_000);
  expect(faults("es-CO", /\bcajas?\b/i)).toEqual([]);
});

test("no column of a file says CAJA either", () => {
  const headers = productFiles(/^(?:app|domain|lib|model)\/.*\.tsx?$/).flatMap(({ path, text }) =>
    [...text.matchAll(/\bheader: "([^"]+)"/g)].map(([, header = ""]) => ({ path, header })),
  );
  expect(headers.length).toBeGreaterThan(50);
  expect(headers.filter(({ header }) => /(?<![A-Z])CAJAS?(?![A-Z])/.test(header))).toEqual([]);
});

test("no English text says till, cash desk or caja: the fund is the fund, the till is the point of payment", () => {
  expect(textsIn("en").length).toBeGreaterThan(1_000);
  expect(faults("en", /\b(?:tills?|cash (?:desk|register)s?|counters?|cajas?)\b/i)).toEqual([]);
});

test("in English asking about an order is “Look up”, as the page and its place in the menu are called", () => {
  expect(
    faults("en", /\bconsultar\b|\bchecks? (?:(?:an|another|every) )?orders?\b|\bcheck another\b/i),
  ).toEqual([]);
  expect(faults("en", /\blook up\b/i).length).toBeGreaterThan(20);
});

test("a deed has one name in Spanish", () => {
  // One of the words in use, and those that once said the same.
  for (const [name, others] of [
    ["anular un uso", /\bdesh(?:acer|echo|izo) (?:un|el|este) uso|uso deshecho/i],
    ["reportar una novedad", /enviar reporte|reportar algo raro/i],
    ["comparar con el papel", /\bcotej(?:o|ar)\b/i],
    ["reservar", /\bapart(?:a|ar|ada)\b/i],
    ["órdenes de práctica", /de mentira/i],
    ["expedir una constancia", /\bdio (?:una|esta) constancia/i],
    [
      "importar un archivo",
      /\b(?:cargas?|cargad[ao]s?|cargando|cargó|cárgu|cargue(?:los?|las?)?)\b(?! la página)/i,
    ],
    ["rol de una persona, no el papel de una orden", /\bsu papel (?:y|no)\b|cambió el papel|propio papel/i],
    ["correo, no la carta de una hoja", /recib\w+ una carta/i],
    ["ingresar con el correo", /\bentr(?:e|ar) con (?:su )?correo/i],
    ["quitar del equipo", /retiró a (?:una persona|\{person\} del equipo)/i],
  ] as const)
    expect(faults("es-CO", others), name).toEqual([]);
});

test("in Spanish “equipo” is the team of people: the machine is the “dispositivo”", () => {
  const machine =
    /\bequipos\b|\b(?:este|otro|cada|ningún) equipo\b|\bequipo (?:emparejado|nuevo|desconocido)\b|(?:empareja|emparejó|quitó|quita) (?:el|un) equipo\b|(?:^|… |\s)equipo:/i;
  expect(faults("es-CO", machine)).toEqual([]);
  expect(faults("es-CO", /\bequipo\b/i).length).toBeGreaterThan(10);
});

test("a page that is out of date does not say who changed it: it may have been the reader in another tab", () => {
  expect(faults("es-CO", /\botra persona (?:cambió|ya decidió)|\bdecidió otra persona/i)).toEqual([]);
  expect(faults("en", /\bsomebody else (?:changed|decided)/i)).toEqual([]);
});

test("an hour in a Spanish sentence has the article of its number: la 1:05, las 2:05", () => {
  expect(faults("es-CO", /\b(?:a|de|desde|hasta) las (?:…|\{hora\})/i)).toEqual([]);
});

test("Spanish texts quote with “ ” alone", () => {
  expect(faults("es-CO", /[«»]/)).toEqual([]);
});
