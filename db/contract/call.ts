import { type SQL, sql } from "drizzle-orm";
import type { Answers } from "./catalogue";
import { type Functions, functions } from "./functions.generated";

export type FunctionName = keyof Functions;
export type Args<Name extends FunctionName> = Functions[Name]["args"];
export type Answer<Name extends FunctionName> = Functions[Name]["answer"];

type Row = Record<string, unknown>;
type Caller = { execute: (query: SQL) => PromiseLike<Iterable<Row>> };
type Declared = { answers: Answers; args: Record<string, string>; columns: Record<string, string> };

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Calls a SQL function with named arguments, and converts names and types to TypeScript's. The only place that
 * converts instants, bigints, JSON and arrays. Amounts are whole pesos, days "AAAA-MM-DD", instants `Date`.
 * @throws Error when the function answers what it does not declare: no row, a null, a number beyond 2^53
 */
export async function call<Name extends FunctionName>(
  db: Caller,
  name: Name,
  args: Args<Name>,
): Promise<Answer<Name>> {
  const found = await db.execute(sql`select * from ${called(name, args)}`);
  return answerOf(name, [...found]) as Answer<Name>;
}

/**
 * Calls two functions with the same arguments and at most one row each, in one snapshot; null when one has no
 * row.
 */
export async function callBoth<One extends FunctionName, Other extends FunctionName>(
  db: Caller,
  [one, other]: [One, Other],
  args: Args<One> & Args<Other>,
): Promise<(NonNullable<Answer<One>> & NonNullable<Answer<Other>>) | null> {
  const [row] = await db.execute(sql`select * from ${called(one, args)} cross join ${called(other, args)}`);
  const both = row ? { ...rowOf(one, row), ...rowOf(other, row) } : null;
  return both as (NonNullable<Answer<One>> & NonNullable<Answer<Other>>) | null;
}

/** The function in a from clause. Its one unnamed value, if it has no columns, is called "result". */
function called(name: FunctionName, args: object): SQL {
  const declared: Declared = functions[name];
  const named = Object.entries(args).filter(([, value]) => value !== undefined);
  const list = named.map(([key, value]) => {
    const type = declared.args[key];
    if (!type) throw new Error(`${name} has no argument ${key}`);
    return sql`${sql.identifier(`p_${snakeCase(key)}`)} => ${argument(type, value)}`;
  });
  const alias = "result" in declared.columns ? sql` as result` : sql``;
  return sql`${sql.identifier(name)}(${sql.join(list, sql`, `)})${alias}`;
}

function argument(marked: string, value: unknown): SQL {
  const type = marked.replace("?", "");
  if (value === null) return sql`null`;
  if (type === "jsonb") return sql`${JSON.stringify(value)}::text::jsonb`;
  if (type === "_text" || type === "_uuid")
    return sql`array(select jsonb_array_elements_text(${JSON.stringify(value)}::text::jsonb)::${sql.identifier(type.slice(1))})`;
  if (type === "_bytea")
    return sql`array[${sql.join((value as Buffer[]).flatMap((each, at) => (at ? [sql`, `, each] : [each])))}]::bytea[]`;
  return sql`${value instanceof Date ? value.toISOString() : value}::${sql.identifier(type)}`;
}

function rowOf(name: FunctionName, row: Row): Row {
  const { columns }: Declared = functions[name];
  return Object.fromEntries(
    Object.entries(columns).map(([column, type]) => {
      const value = row[snakeCase(column)] ?? null;
      if (value === null && !type.endsWith("?")) throw new Error(`${name} answered no ${column}`);
      return [column, value && fromDatabase(type.replace("?", ""), value, `${name}.${column}`)];
    }),
  );
}

function fromDatabase(type: string, value: unknown, place: string): unknown {
  if (type === "timestamptz") return value instanceof Date ? value : new Date(String(value));
  if (type === "_int8") return (value as unknown[]).map((each) => fromDatabase("int8", each, place));
  if (type !== "int8") return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${place} is no number that can be counted with`);
  return number;
}

function answerOf(name: FunctionName, found: Row[]): unknown {
  const { answers }: Declared = functions[name];
  if (answers === "void") return undefined;
  const rows = found.map((row) => rowOf(name, row));
  if (answers === "rows") return rows;
  const [row] = rows;
  if (answers === "maybe") return row ?? null;
  if (!row) throw new Error(`${name} answered nothing`);
  return answers === "value" ? row.result : row;
}
