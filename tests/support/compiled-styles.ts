import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "tailwindcss";

/**
 * The CSS that the build generates for these classes, before it is minified: our styles and Tailwind's
 * utilities.
 */
export async function compiledStyles(classes: string[]): Promise<string> {
  const tailwind = await compile(readFileSync("app/styles/index.css", "utf8"), {
    base: path.resolve("app/styles"),
    loadStylesheet: async (id, base) => {
      const file =
        id === "tailwindcss" ? path.resolve("node_modules/tailwindcss/index.css") : path.join(base, id);
      return { path: file, base: path.dirname(file), content: readFileSync(file, "utf8") };
    },
    loadModule: async (id, base) => {
      const file = path.join(base, id);
      return { path: file, base, module: (await import(pathToFileURL(file).href)).default };
    },
  });
  return tailwind.build(classes);
}
