import { splitStatements } from "@/db/sql-statements";
import { productFiles } from "./files";

export type SqlFunction = { name: string; file: string; arguments: number; text: string };

/** The functions of db/functions with their whole statements, without comments. */
export function sqlFunctions(): SqlFunction[] {
  return productFiles(/^db\/functions\/.*\.sql$/).flatMap(({ path, text }) =>
    splitStatements(text).flatMap((statement) => {
      const name = /^create function (\w+)\(/.exec(statement)?.[1];
      const bare = statement.replace(/--[^\n]*/g, "");
      if (!name) return [];
      return [{ name, file: path, arguments: argumentsAt(bare, bare.indexOf("(")).length, text: bare }];
    }),
  );
}

/** The arguments of a call, from the bracket at this position to the closing one. */
export function argumentsAt(text: string, open: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = open + 1;
  const tokens = /'(?:[^']|'')*'|\$(\w+)\$[\s\S]*?\$\1\$|[()[\],]/g;
  for (const { 0: token, index } of text.slice(open).matchAll(tokens)) {
    const at = open + index;
    if (token === "(" || token === "[") depth++;
    if (token === "," && depth === 1) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if ((token === ")" || token === "]") && --depth === 0) {
      const last = text.slice(from, at).trim();
      return last ? [...found, last] : found;
    }
  }
  throw new Error(`a bracket is not closed: ${text.slice(open, open + 80)}`);
}
