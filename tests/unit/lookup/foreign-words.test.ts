import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

/** Every text at a key "foreign" or in a part of that name, with its place. */
function foreignTexts(part: unknown, place = "", inside = false): [string, string][] {
  if (typeof part === "string") return inside ? [[place, part]] : [];
  if (typeof part === "function") return inside ? [[place, String(part("Caja de Prueba"))]] : [];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    foreignTexts(value, `${place}.${key}`, inside || /^foreign/.test(key)),
  );
}

test("of a code that is not of an order nothing says who made it: it may stand on a receipt of the caja", () => {
  const texts = [...foreignTexts(esCO), ...foreignTexts(en)];
  expect(texts.length).toBeGreaterThan(20);
  for (const [place, text] of texts)
    expect(text, place).not.toMatch(
      /nuestro|no es de (la entidad|Caja)|no lo hizo|de otro$|not ours|did not make|not the fund's|somebody else/i,
    );
});

test("a proof of such a look-up says that the code is not of an order", () => {
  expect(esCO.proof.outcomes.foreign).toBe("El código no es de una orden de la entidad");
  expect(en.proof.outcomes.foreign).toBe("The code is not of an order of the fund");
});
