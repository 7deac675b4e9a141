import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

/** Texts whose number is never one: a limit of the product, pesos, or what a page says otherwise of one. */
const neverOne = new Set([
  "admin.alarms.miss",
  "admin.applications.everyDays",
  "admin.imports.more",
  "admin.life.amount",
  "admin.orderList.reach",
  "admin.orderList.totals",
  "admin.orders.more",
  "admin.people.idle",
  "admin.reports.patternOrder",
  "admin.reports.patternProvider",
  "admin.requests.promise",
  "admin.rights.extendText",
  "imports.faults.too_long",
  "imports.progress",
  "imports.tableFaults.too_many_lines",
  "imports.warnings.valid_for_years",
  "publicCode.wait.moment",
  "report.holds",
  "report.intro",
  "report.leaves",
  "requests.form.lead",
  "requests.form.tooOld",
  "requests.renewal.lead",
]);

/** Every text that is a function, filled with one: a count comes as a number or as what is printed. */
function textsOfOne(texts: object, above: readonly string[] = []): { path: string; texts: string[] }[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = [...above, key];
    if (typeof text === "function") return [{ path: path.join("."), texts: filledWithOne(text) }];
    return typeof text === "object" && text !== null ? textsOfOne(text, path) : [];
  });
}

function filledWithOne(text: (...parts: unknown[]) => unknown): string[] {
  return Array.from({ length: 2 ** text.length }, (_, way) =>
    Array.from({ length: text.length }, (_, place) => ((way >> place) & 1 ? 1 : "1")),
  ).flatMap((parts) => {
    try {
      const filled = text(...parts);
      return typeof filled === "string" ? [filled] : [];
    } catch {
      return []; // It takes a list, an object or a text here, and no number.
    }
  });
}

const spanish =
  /(?<![\d.,:/-])1 (?:de 1 )?(?:convenios|registros|órdenes|usos|documentos|proveedores|correos|asuntos|líneas|filas|consultas|novedades|solicitudes|códigos|resultados|facturas|pagos|días|horas|minutos|segundos|personas|veces|intentos|años|caracteres|cuentas)\b|\bquedan 1\b/iu;
const english =
  /(?<![\d.,:/-])1 (?:of 1 |working )?(?:convenios|agreements|events|orders|uses|documents|providers|e-mails|matters|lines|rows|look-ups|reports|requests|codes|results|invoices|payments|days|hours|minutes|seconds|people|times|tries|years|characters|accounts)\b/iu;

test.each([
  ["es-CO", esCO, spanish],
  ["en", en, english],
] as const)("a text that counts has a form for one, in %s", (_, messages, plural) => {
  const functions = textsOfOne(messages);
  expect(functions.length).toBeGreaterThan(400);
  const wrong = functions.filter(
    ({ path, texts }) => !neverOne.has(path) && texts.length > 0 && texts.every((one) => plural.test(one)),
  );
  expect(wrong.map(({ path, texts }) => `${path}: ${texts[0]}`)).toEqual([]);
});

test("a sentence of the log that counts says its number where no noun has to agree with it", () => {
  for (const { admin } of [esCO, en])
    for (const [name, sentence] of Object.entries(admin.audit.sentences))
      expect(sentence, name).not.toMatch(/\{(?:count|found)\} \p{Ll}+s\b/u);
});
