import { expect, test } from "vitest";
import { onlyMatch } from "@/domain/place/only-match";

const places = ["Villanueva, Bolívar", "Villanueva, Casanare", "Bogotá, D. C.", "San Andrés (Isla), Mar"];
const found = (typed: string) => onlyMatch(typed, places, (whole) => [whole, whole.split(",")[0] ?? ""]);

test.each([
  ["Villanueva, Casanare", places[1]],
  ["  villanueva   CASANARE. ", places[1]],
  ["bogota d c", places[2]],
  ["BOGOTÁ", places[2]],
  ["San Andrés - Isla", places[3]],
  ["san andres isla, mar", places[3]],
])("%j is one place, whole or by a short name that only it has", (typed, place) => {
  expect(found(typed)).toBe(place);
});

test.each(["Villanueva", "", " .,-", "Bogot", "Villanueva, Bol", "D. C.", "SanAndrés Isla", "Macondo"])(
  "%j is none, or more than one",
  (typed) => expect(found(typed)).toBeNull(),
);

test("a name of signs alone is nobody's, even where a place is called so", () => {
  expect(onlyMatch("-", ["?"], (name) => [name, name])).toBeNull();
});

test("a whole name comes before the short one of another", () => {
  const pairs: [string, string][] = [
    ["Sucre, Santander", "Sucre"],
    ["Sucre", "Cabecera"],
  ];
  expect(onlyMatch("sucre", pairs, (names) => names)).toBe(pairs[1]);
});
