import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "tailwindcss";

/** What the build writes for these classes: our styles and Tailwind's utilities, before anything is made smaller. */
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
