import { parse } from "postgres-array";

/** Object ids of an element's type and of its array in PostgreSQL, which never change (pg_type.dat). */
const arrays: Record<string, { oid: number; read: (text: string) => unknown }> = {
  bool: { oid: 1000, read: (text) => text === "t" },
  bytea: { oid: 1001, read: (text) => Buffer.from(text.slice(2), "hex") },
  name: { oid: 1003, read: String },
  int2: { oid: 1005, read: Number },
  int4: { oid: 1007, read: Number },
  text: { oid: 1009, read: String },
  int8: { oid: 1016, read: String },
  oid: { oid: 1028, read: Number },
  aclitem: { oid: 1034, read: String },
  date: { oid: 1182, read: String },
  timestamptz: { oid: 1185, read: String },
  uuid: { oid: 2951, read: String },
};

type ArrayType = {
  to: number;
  from: number[];
  serialize: (values: unknown) => unknown;
  parse: (text: string) => unknown;
};

/**
 * How the driver reads and writes arrays, instead of asking each new connection's server for its types: where that
 * connection is lost meanwhile, the driver rejects a promise that nobody can catch, and gives the lost server's
 * error to the first statement of the next connection (decision 080).
 */
export const arrayTypes: Record<string, ArrayType> = Object.fromEntries(
  Object.entries(arrays).map(([name, { oid, read }]) => [
    `${name}Array`,
    { to: oid, from: [oid], serialize, parse: (text: string) => parse(text, read) },
  ]),
);

/** An array as PostgreSQL's text: elements quoted, so that no text is taken for a comma, a brace or NULL. */
function serialize(values: unknown): unknown {
  return Array.isArray(values) ? `{${values.map(element).join(",")}}` : values;
}

function element(value: unknown): string {
  if (value === null) return "NULL";
  if (Array.isArray(value)) return String(serialize(value));
  const text = value instanceof Date ? value.toISOString() : String(value);
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
