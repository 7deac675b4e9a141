import { createHash } from "node:crypto";

/** A file of SQL in its statements, without the comments between them. Knows strings, dollar quotes and comments. */
export function splitStatements(source: string): string[] {
  const statements: string[] = [];
  let from = 0;
  for (const { 0: token, index } of source.matchAll(
    /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g,
  )) {
    if (token !== ";") continue;
    statements.push(source.slice(from, index));
    from = index + 1;
  }
  statements.push(source.slice(from));
  return statements
    .map((statement) => statement.replace(/^(?:\s+|--[^\n]*\n|--[^\n]*$)+/, "").trim())
    .filter(Boolean);
}

/** A digest that tells one text of a statement from another; the database keeps it as the object's comment. */
export const markOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The statement that creates a function or trigger in the place of one that has its name. */
export const replacing = (text: string): string =>
  text.replace(/^create (function|trigger)/i, "create or replace $1");

export type FunctionStatement = { kind: "function"; name: string; signature: string; text: string };
export type TriggerStatement = {
  kind: "trigger";
  name: string;
  table: string;
  isConstraint: boolean;
  text: string;
};
export type DomainStatement = { kind: "domain"; name: string; base: string; check: string; text: string };
export type RightStatement = { kind: "right"; text: string };

/** @throws Error when it is of none of the kinds that db/functions holds */
export function readStatement(
  text: string,
): FunctionStatement | TriggerStatement | DomainStatement | RightStatement {
  const named = /^create function (\w+)\s*\(/i.exec(text);
  if (named) {
    const name = named[1] ?? "";
    const list = bracketed(text, named[0].length);
    const signature = splitArguments(list).map((argument) =>
      argument.replace(/\s+default\s[\s\S]*$/i, "").trim(),
    );
    return { kind: "function", name, signature: `${name}(${signature.join(", ")})`, text };
  }
  const trigger = /^create (constraint )?trigger (\w+)[\s\S]*? on ("?\w+"?)/i.exec(text);
  if (trigger) {
    const [, constraint, name = "", table = ""] = trigger;
    return { kind: "trigger", name, table, isConstraint: Boolean(constraint), text };
  }
  const domain = /^create domain (\w+) as (\w+)\s+check (\([\s\S]*\))$/i.exec(text);
  if (domain) {
    const [, name = "", base = "", check = ""] = domain;
    return { kind: "domain", name, base, check, text };
  }
  if (/^(?:grant|revoke) /i.test(text)) return { kind: "right", text };
  throw new Error(`db/functions holds functions, triggers, domains and rights only: ${text.slice(0, 80)}`);
}

/** What stands between an opening bracket, which ends before `from`, and its closing one. */
function bracketed(text: string, from: number): string {
  let depth = 1;
  for (const { 0: token, index } of text.slice(from).matchAll(/'(?:[^']|'')*'|[()]/g)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (depth === 0) return text.slice(from, from + index);
  }
  throw new Error(`a bracket is never closed: ${text.slice(0, 80)}`);
}

function splitArguments(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of list.matchAll(/--[^\n]*|'(?:[^']|'')*'|[()[\],]/g)) {
    if (token === "(" || token === "[") depth++;
    if (token === ")" || token === "]") depth--;
    if (token !== "," || depth > 0) continue;
    parts.push(list.slice(from, index));
    from = index + 1;
  }
  parts.push(list.slice(from));
  return parts.map((part) => part.replace(/--[^\n]*/g, "")).filter((part) => part.trim() !== "");
}
