// Tailwind loads this file by itself, outside the product's build: it knows no "@/".
import { palette } from "../../lib/theme";

type Css = { [selector: string]: string | Css };

const variable = (name: string) => `--color-${name}`;

function variables(theme: "light" | "dark"): Css {
  const colours = Object.entries(palette).filter(
    ([, { light, dark }]) => theme === "light" || light !== dark,
  );
  return Object.fromEntries(colours.map(([name, colour]) => [variable(name), colour[theme]]));
}

const extreme = "light-dark(var(--color-white), var(--color-black))";

/** Tailwind's colours are those of lib/theme.ts: each is a variable that changes by night and with more contrast. */
export default {
  handler({ addBase }: { addBase: (styles: Css) => void }): void {
    addBase({
      ":root": variables("light"),
      "@media (prefers-color-scheme: dark)": { ":root": variables("dark") },
      "@media (prefers-contrast: more)": {
        ":root": {
          [variable("paper")]: extreme,
          [variable("sheet")]: extreme,
          [variable("ink-soft")]: "var(--color-ink)",
          [variable("line")]: "var(--color-ink)",
          [variable("rule")]: "var(--color-ink)",
        },
      },
    });
  },
  config: {
    theme: {
      colors: {
        transparent: "transparent",
        current: "currentColor",
        ...Object.fromEntries(Object.keys(palette).map((name) => [name, `var(${variable(name)})`])),
      },
    },
  },
};
