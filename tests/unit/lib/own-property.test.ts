import { expect, test } from "vitest";
import { ownProperty } from "@/lib/own-property";

test("a key from outside finds only what the record holds itself", () => {
  const words = { rotar: "Listo" };
  expect(ownProperty(words, "rotar")).toBe("Listo");
  for (const key of ["constructor", "__proto__", "toString", "", undefined, ["rotar"], 7])
    expect(ownProperty(words, key), String(key)).toBeUndefined();
});
