import { readFileSync } from "node:fs";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import * as tables from "@/db/tables";
import { permissionsOfRoles } from "@/model/access";
import { retentionRules } from "@/model/retention";
import { tableRows } from "../support/markdown-table";

const inMarks = (of: string) => [...of.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const rows = tableRows(readFileSync("docs/security/data.md", "utf8"), "Data").map(
  ([table = "", columns = "", kind = "", , atRest = "", kept = "", readers = ""]) => ({
    names: inMarks(columns).map((column) => `${inMarks(table)[0]}.${column}`),
    kind,
    atRest,
    kept,
    readers,
  }),
);
const schema = Object.values(tables)
  .filter((table) => is(table, Table))
  .flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => ({
      name: `${getTableName(table)}.${column.name}`,
      type: column.getSQLType(),
    })),
  );
const personal = rows.filter(({ kind }) => kind === "person" || kind === "affiliate");

test("every column of every table is in the table of data exactly once, and no other is", () => {
  expect(rows.flatMap(({ names }) => names).sort()).toEqual(schema.map(({ name }) => name).sort());
});

test("each column has a class, and how it stands at rest fits its name and its type", () => {
  const wrong = rows.flatMap(({ names, kind, atRest }) =>
    names.filter(
      (name) =>
        !/^(person|affiliate|company|secret|business|technical)$/.test(kind) ||
        (/_sealed$/.test(name) && atRest !== "sealed") ||
        (/_index$/.test(name) && atRest !== "blind index") ||
        (/_hash$/.test(name) && !atRest.startsWith("digest")) ||
        (atRest === "sealed" && schema.find((column) => column.name === name)?.type !== "bytea"),
    ),
  );
  expect(wrong).toEqual([]);
});

test("what is personal and plain is no more than this", () => {
  const plain = personal.filter(({ atRest }) => atRest.startsWith("plain"));
  expect(plain.flatMap(({ names }) => names).sort()).toEqual([
    "audit_address.ip",
    "consent.ip",
    "consent.user_agent",
    "factor.name",
    "factor_reset.reason",
    "invitation.email",
    "invitation.name",
    "invitation.proof",
    "kept_file.file_name",
    "lookup_face.face",
    "order.affiliate_id_kind",
    "person.email",
    "person.id_kind",
    "person.id_number",
    "person.mobile",
    "person.name",
    "registration.consent_ip",
    "registration.consent_user_agent",
    "request_document.file_name",
    "rights_request.id_kind",
    "session.ip",
    "session.user_agent",
  ]);
});

test("every rule of retention is named, no other is, and nothing is without an end", () => {
  const named = rows.flatMap(({ kept }) => inMarks(kept));
  expect([...new Set(named)].sort()).toEqual([...retentionRules].sort());
  expect(rows.filter(({ kept }) => kept === "").map(({ names }) => names)).toEqual([]);
  const open = rows.filter(({ kept }) => kept.startsWith("open")).flatMap(({ names }) => names);
  expect(open).toEqual([]);
});

test("who reads a column is said with permissions that exist", () => {
  const known = new Set<string>(permissionsOfRoles.map(({ permission }) => permission));
  const unknown = rows.flatMap(({ readers }) => inMarks(readers)).filter((name) => !known.has(name));
  expect([...new Set(unknown)]).toEqual([]);
});
