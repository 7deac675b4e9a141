import { type SQL, sql } from "drizzle-orm";
import type { Answers } from "./catalogue";
import { type Functions, functions } from "./functions.generated";

export type FunctionName = keyof Functions;
export type Args<Name extends FunctionName> = Functions[Name]["args"];
export type Answer<Name extends FunctionName> = Functions[Name]["answer"];

type Caller = { execute: (query: SQL) => PromiseLike<Iterable<Record<string, unknown>>> };
type Declared = { answers: Answers; args: Record<string, string>; columns: Record<string, string> };

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Calls a function of the database by the names of its arguments and answers in TypeScript's names and types. Here
 * alone instants, whole numbers of 64 bits, JSON and lists cross the border. Amounts are whole pesos, days
 * "AAAA-MM-DD", instants `Date`.
 * @throws Error when the function answers what it does not declare: no row, a null, a number beyond 2^53
 */
export async function call<Name extends FunctionName>(
  db: Caller,
  name: Name,
  args: Args<Name>,
): Promise<Answer<Name>> {
  const declared: Declared = functions[name];
  const named = Object.entries(args).filter(([, value]) => value !== undefined);
  const list = named.map(([key, value]) => {
    const type = declared.args[key];
    if (!type) throw new Error(`${name} has no argument ${key}`);
    return sql`${sql.identifier(`p_${snakeCase(key)}`)} => ${argument(type, value)}`;
  });
  const called = sql`${sql.identifier(name)}(${sql.join(list, sql`, `)})`;
  const isValue = declared.answers === "value" || declared.answers === "void";
  const found = await db.execute(isValue ? sql`select ${called} as result` : sql`select * from ${called}`);
  const rows = [...found].map((row) => rowOf(name, declared.columns, row));
  return answerOf(name, declared.answers, rows) as Answer<Name>;
}

function argument(marked: string, value: unknown): SQL {
  const type = marked.replace("?", "");
  if (value === null) return sql`null`;
  if (type === "jsonb") return sql`${JSON.stringify(value)}::text::jsonb`;
  if (type === "_text" || type === "_uuid")
    return sql`array(select jsonb_array_elements_text(${JSON.stringify(value)}::text::jsonb)::${sql.identifier(type.slice(1))})`;
  const plain = value instanceof Date ? value.toISOString() : value;
  return sql`${plain}::${sql.identifier(type)}`;
}

function rowOf(name: string, columns: Declared["columns"], row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(columns).map(([column, type]) => {
      const value = row[snakeCase(column)] ?? null;
      if (value === null && !type.endsWith("?")) throw new Error(`${name} answered no ${column}`);
      return [
        column,
        value === null ? null : fromDatabase(type.replace("?", ""), value, `${name}.${column}`),
      ];
    }),
  );
}

function fromDatabase(type: string, value: unknown, place: string): unknown {
  if (type === "timestamptz") return value instanceof Date ? value : new Date(String(value));
  if (type === "_int8") return (value as unknown[]).map((each) => whole(each, place));
  return type === "int8" ? whole(value, place) : value;
}

function whole(value: unknown, place: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${place} is no number that can be counted with`);
  return number;
}

function answerOf(name: string, answers: Answers, rows: Record<string, unknown>[]): unknown {
  if (answers === "void") return undefined;
  if (answers === "rows") return rows;
  const [row] = rows;
  if (answers === "maybe") return row ?? null;
  if (!row) throw new Error(`${name} answered nothing`);
  return answers === "value" ? row.result : row;
}
