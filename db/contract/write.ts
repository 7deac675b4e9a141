import type { Catalogue, DeclaredFunction, Typed } from "./catalogue";

const HEAD = `// Generated from the database's catalogue by \`npm run db:types\`, and compared with it by a test. Do not edit.\n`;
const REFUSED = "an interval goes as seconds, and another type needs its way in and out in call.ts";

/** The TypeScript type of a Postgres type, as db/contract/call.ts brings it in and out. */
const types: Record<string, string> = {
  ...{ uuid: "string", text: "string", date: "string", _text: "string[]", _uuid: "string[]" },
  ...{ timestamptz: "Date", bool: "boolean", bytea: "Buffer", _bytea: "Buffer[]" },
  ...{ int2: "number", int4: "number", int8: "number", float8: "number", _int8: "number[]" },
  jsonb: "unknown",
};

const camelCase = (name: string): string =>
  name.replace(/^p_/, "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const typeName = (name: string) => {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
};

/** The text of functions.generated.ts for this catalogue. @throws Error for a type that the contract cannot carry */
export function writeContract({ functions, domains }: Catalogue): string {
  const unions = new Set(domains.map(({ name }) => name));
  const typeOf = ({ type, nullable }: Typed, owner: string) => {
    const known = unions.has(type) ? typeName(type) : types[type];
    if (!known) throw new Error(`${owner} uses ${type}: ${REFUSED}`);
    return nullable ? `${known} | null` : known;
  };
  const base = (type: string) => (unions.has(type) ? "text" : type);

  // A place in a list goes in as it came out, as text with every digit of its moment.
  const argOf = (each: Typed, owner: string) => typeOf(each, owner).replace(/^Date\b/, "Date | string");
  const argsOf = ({ name, args }: DeclaredFunction) =>
    args.map((each) => `${camelCase(each.name)}${each.optional ? "?" : ""}: ${argOf(each, name)}`);
  const answerOf = ({ name, answers, columns }: DeclaredFunction) => {
    if (answers === "void") return "undefined";
    const [only] = columns;
    if (answers === "value" && only) return typeOf(only, name);
    const row = `{ ${columns.map((each) => `${camelCase(each.name)}: ${typeOf(each, name)}`).join("; ")} }`;
    return { row, maybe: `${row} | null`, rows: `${row}[]`, value: row }[answers];
  };
  const marked = ({ type, nullable }: Typed) => `"${base(type)}${nullable ? "?" : ""}"`;
  const listed = (list: Typed[]) =>
    `{ ${list.map((each) => `${camelCase(each.name)}: ${marked(each)}`).join(", ")} }`.replace("{  }", "{}");

  const lines = [HEAD];
  for (const { name, words } of domains)
    lines.push(`export type ${typeName(name)} = ${words.map((value) => `"${value}"`).join(" | ")};`);
  lines.push("", "/** The closed sets of words that functions answer, by the name of their SQL domain. */");
  lines.push("export type Domains = {", ...domains.map(({ name }) => `  ${name}: ${typeName(name)};`), "};");
  lines.push("", "export type Functions = {");
  for (const each of functions)
    lines.push(
      `  ${each.name}: {`,
      `    args: { ${argsOf(each).join("; ")} };`.replace("{  }", "Record<string, never>"),
      `    answer: ${answerOf(each)};`,
      "  };",
    );
  lines.push("};", "", "export const functions = {");
  for (const each of functions) {
    const columns = each.answers === "void" ? "{}" : listed(each.columns);
    lines.push(
      `  ${each.name}: { answers: "${each.answers}", args: ${listed(each.args)}, columns: ${columns} },`,
    );
  }
  lines.push("} as const;", "");
  return lines.join("\n");
}
