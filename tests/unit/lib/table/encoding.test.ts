import fc from "fast-check";
import { expect, test } from "vitest";
import { municipalities } from "@/domain/place/municipalities";
import { CharacterCensus, decodeLine, foreignEncoding } from "@/lib/table/encoding";
import { type Alphabet, alphabetNames, inAlphabet, upperHalfOf } from "@/tests/support/alphabets";

const listOf = (lines: string) => lines.trim().split(/\n *|[|]/);

/** Names and texts of orders, as people write them: each letter of Spanish, in each case, at each place of a word. */
const spanish = listOf(`
  José Muñoz|María Peña|Núñez Gómez|Iván Ibáñez|Sofía Marín|Luis Márquez|Ana Gálvez Álvarez
  Rosa Pérez García|Jesús Muñoz|Úrsula Ruiz|Óscar Íñiguez|Ángela Núñez|Érika Güette
  Ñungo Ávila|Raúl Peñón|Íñigo Güiza|Inés Zúñiga|Belén Éxito|Élida Bermúdez|JOSÉ MUÑOZ
  MARÍA PEÑA|NÚÑEZ GÓMEZ|IVÁN IBÁÑEZ|ÁLVAREZ ÁNGEL|PEREZ ROJAS MARILÚ|ÚRSULA|ÓSCAR ÑUNGO
  ÍÑIGO GÜETTE|ÉRIKA RINCÓN|ANDRÉS|INÉS|BOGOTÁ|RAÚL|AGÜERO|ÑÁÑEZ MEJÍA|Útiles escolares
  útiles escolares|ítems de aseo|época escolar|ropa de élite|área común|Calzado de niño
  única entrega|Último pago|Teléfono móvil|Medellín|Día de la madre|Díaz Díez|Lía Líos
  Oír y oído|Santísima|allí está|Ramón 2 ó 3|Compró en Bogotá|Caquetá, Tuluá|¿Cuándo?
  ¡Única oferta!|1ª edición|Benítez Páez|Nariño|Ibagué|Cúcuta|Chía|Cáceres|Sahagún|Itagüí
  Popayán|Quindío|Pérez|Cédula|Chocó|MITÚ|Anzoátegui
`);
/** What another alphabet may have as well: a dash before a word, or the municipality of Útica. */
const ambiguous = ["ñame", "óptica", "ética profesional", "Útica", "Zapatos con ñapa"];
/** Signs that only Windows has, where people put them. */
const windows = listOf(`
  Dino Dell’orto|Dall’aglio|Sant’anna|D’elia|L’hoeste|O’brien|Ana O’Brien|José D’Anetra
  Útiles – escolares|Zapatos – hombre|Zapatos – niña|“Ñandú”|Línea “A”|€ 100|Fin… |Žižek
  Željko Peña|Škoda|Ropa — hogar|Marca™|• Ropa|‘Ropa’|Peña—Díaz
`);

const censusOf = (lines: readonly Buffer[]) => {
  const census = new CharacterCensus();
  for (const line of lines) census.add(line);
  return census.encoding();
};
const line = (text: string, name: Alphabet) => inAlphabet(`AS;0700001;CC;1043555001;${text};VIGENTE`, name);
const hasAccent = (text: string) => /[áéíóúüñ]/i.test(text);

test.each(alphabetNames)("each byte of %s is the sign that Unicode gives it, whatever Node has", (name) => {
  const { bytes, text } = upperHalfOf(name);
  expect(decodeLine(bytes, name)).toBe(text);
});

test("no line of Spanish is refused beside others of its alphabet", () => {
  const refused = alphabetNames.flatMap((name) =>
    [...spanish, ...ambiguous, ...(name === "windows-1252" ? [...windows, "Ropa –escolares"] : [])]
      .filter((text) => foreignEncoding(line(text, name), name) !== null)
      .map((text) => `${name}: ${text}`),
  );
  expect(refused).toEqual([]);
});

test("each municipality of Colombia is read in the alphabet in which it is written", () => {
  for (const { name } of municipalities.filter(({ name }) => hasAccent(name) && name !== "Útica"))
    for (const text of [name, name.toUpperCase()])
      for (const alphabet of alphabetNames) {
        expect(foreignEncoding(line(text, alphabet), alphabet), text).toBeNull();
        expect(censusOf([line(text, alphabet)]), text).toBe(alphabet);
      }
});

test("texts put together at random are never refused in their own alphabet", () => {
  const words = fc.array(fc.constantFrom(...spanish), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(words, fc.constantFrom(...alphabetNames), fc.nat(2), (texts, name, turn) => {
      const cased =
        [texts.join(" "), texts.join(" ").toUpperCase(), texts.join(", ").toLowerCase()][turn] ?? "";
      expect(foreignEncoding(line(cased, name), name)).toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test("a line of another alphabet is told apart by its letters", () => {
  const passed = alphabetNames.flatMap((file) =>
    alphabetNames
      .filter((name) => name !== file)
      .flatMap((name) =>
        spanish
          .filter((text) => hasAccent(text) && foreignEncoding(line(text, name), file) !== name)
          .map((text) => `${text}: ${name} in ${file}`),
      ),
  );
  expect(passed).toEqual([]);
});

test("a line of UTF-8 is foreign in a file of bytes, and one of bytes in a file of UTF-8", () => {
  for (const name of alphabetNames) {
    expect(foreignEncoding(Buffer.from("Luis Márquez"), name)).toBe("utf-8");
    expect(foreignEncoding(inAlphabet("Luis Márquez", name), "utf-8")).toBe(name);
    expect(foreignEncoding(Buffer.from("Luis Marquez"), name)).toBeNull();
  }
  expect(foreignEncoding(Buffer.from("Luis Márquez"), "utf-8")).toBeNull();
  expect(foreignEncoding(Buffer.from("Luis Márquez"), "utf-16le")).toBeNull();
});

test.each(windows)("the signs of Windows tell a file of one such line: %s", (text) => {
  expect(censusOf([line(text, "windows-1252")])).toBe("windows-1252");
});

test("a blank that does not break is no letter, beside words that end before it", () => {
  for (const text of [
    "JOSE\u00a0LUIS",
    "Jose\u00a0Luis",
    "bono\u00a0escolar",
    "$\u00a0135.000",
    "1\u00a0043\u00a0555",
    "\u00a0",
    "a\u00a0\u00a0b",
  ])
    expect(foreignEncoding(line(text, "windows-1252"), "windows-1252"), text).toBeNull();
});
