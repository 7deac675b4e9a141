import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unavailableStyle } from "@/app/_server/http/unavailable-style";
import { palette } from "@/lib/theme";
import { compiledStyles } from "../support/compiled-styles";
import { productFiles } from "../support/files";

const named = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--color-([\w-]+): (#[\da-f]+);/g)].map(([, name, hex]) => [name, hex]),
  );

const colours = (text: string) => (text.match(/#[\da-f]{3,8}\b/gi) ?? []).map((hex) => hex.toLowerCase());

test("Tailwind's colours are those of the palette, in light and in dark mode", async () => {
  const [day = "", night = ""] = (await compiledStyles([])).split("@media (prefers-color-scheme: dark)");
  const [dark = ""] = night.split("@media (prefers-contrast: more)");
  const light = Object.entries(palette).map(([name, { light }]) => [name, light]);
  const other = Object.entries(palette).filter(([, { light, dark }]) => light !== dark);
  expect(named(day)).toEqual(Object.fromEntries(light));
  expect(named(dark)).toEqual(Object.fromEntries(other.map(([name, { dark }]) => [name, dark])));
});

test("the static error page and the icon use the colours of the palette only", () => {
  const known = new Set<string>(Object.values(palette).flatMap(({ light, dark }) => [light, dark]));
  const drawn = { page: unavailableStyle, icon: readFileSync("app/icon.svg", "utf8") };
  for (const [name, text] of Object.entries(drawn)) {
    const used = colours(text);
    expect(used.length, name).toBeGreaterThan(0);
    expect(used.filter((hex) => !known.has(hex))).toEqual([]);
  }
});

test("colour literals are written in the palette only", () => {
  const wrong = productFiles(/^(app|components|domain|messages|lib)\/.*\.(tsx?|css)$/)
    .filter(({ path }) => path !== "lib/theme.ts")
    .flatMap(({ path, text }) => {
      // A mask's colours are not visible; they only say what it shows.
      const seen = text.replace(/mask:[^;]*;/g, "").replace(/href="#\w+"/g, "");
      return (seen.match(/(?<![&\w])#(?:[\da-f]{6}|[\da-f]{3})\b/gi) ?? []).map((hex) => `${path}: ${hex}`);
    });
  expect(wrong).toEqual([]);
});
