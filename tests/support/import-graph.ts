import path from "node:path";
import { productFiles } from "./files";

export type Import = { from: string; to: string };

const specifier = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)["']([^"']+)["']/g;

/** Every import of one project file by another, of values and of types, static and dynamic. */
export function ownImports(pattern: RegExp): Import[] {
  const files = productFiles(pattern);
  const known = new Set(files.map((file) => file.path));
  return files.flatMap(({ path: from, text }) =>
    [...text.matchAll(specifier)].flatMap(([, specified = ""]) => {
      const to = fileOf(from, specified, known);
      return to === null ? [] : [{ from, to }];
    }),
  );
}

function fileOf(from: string, specified: string, known: ReadonlySet<string>): string | null {
  if (!/^(?:@\/|\.)/.test(specified)) return null;
  const base = specified.startsWith("@/")
    ? specified.slice(2)
    : path.posix.join(path.posix.dirname(from), specified);
  const names = [`${base}.ts`, `${base}.tsx`, base, `${base}/index.ts`];
  return names.find((name) => known.has(name)) ?? null;
}

/** One circular import path, or null. */
export function findCircle(imports: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, route: readonly string[]): string[] | null => {
    const at = route.indexOf(file);
    if (at >= 0) return [...route.slice(at), file];
    if (done.has(file)) return null;
    for (const to of next.get(file) ?? []) {
      const circle = walk(to, [...route, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}
