import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findApplicationDocument } from "@/db/queries/request-requirement";
import { kindOfName, saveApplicationDocument } from "@/domain/request/requirement";
import { ApplicationDocumentInput } from "@/domain/request/requirement-schema";
import { documentKind } from "@/model/request";
import { browser, owner } from "@/tests/support/factories/account";
import { grantOf } from "@/tests/support/officials";
import { ownApplications } from "@/tests/support/own-applications";

const { application } = ownApplications();

const typed = { name: "Registro sanitario", position: "3", active: "1" };
const save = async (fields: Record<string, string>) =>
  saveApplicationDocument(
    await grantOf("administrator", "settings.edit"),
    ApplicationDocumentInput.parse({ ...typed, ...fields }),
    browser(),
  );
const found = async (code: string, kind: string) => {
  const document = await findApplicationDocument(cajaDatabase(), code, kind);
  if (!document) throw new Error(`no document ${kind}`);
  return document;
};

test("an administrator adds a document with all that is said of it, and the log tells of it", async () => {
  const code = await application();
  await save({
    application: code,
    hint: "Vigente.",
    example: "el del INVIMA",
    required: "1",
    largestAgeDays: "365",
  });
  expect(await found(code, "doc_registro_sanitario")).toMatchObject({
    ...{ name: "Registro sanitario", hint: "Vigente.", example: "el del INVIMA", required: true },
    ...{ largestAgeDays: 365, position: 3, active: true },
  });
  const [event] = await owner<{ action: string; detail: { name: string; fields: string } }[]>`
    select action, detail from audit_event where subject_kind = 'application' and subject_id = ${code}`;
  expect(event).toMatchObject({
    action: "application.document_added",
    detail: { name: "Registro sanitario" },
  });
  // What is said of it; neither where it belongs nor when that was.
  expect(event?.detail.fields).toBe("active, example, hint, largest_age_days, name, position, required");
});

test("what somebody else changed meanwhile is not overwritten", async () => {
  const code = await application("rut");
  const { version } = await found(code, "rut");
  await save({ application: code, kind: "rut", version, name: "RUT" });
  await expect(save({ application: code, kind: "rut", version, name: "El RUT" })).rejects.toMatchObject({
    code: "application_changed",
  });
  expect(await found(code, "rut")).toMatchObject({ name: "RUT", required: false });
  const [event] = await owner<{ detail: { fields: string } }[]>`
    select detail from audit_event where subject_kind = 'application' and subject_id = ${code}
      and action = 'application.document_changed'`;
  const fields = event?.detail.fields.split(", ") ?? [];
  expect(fields).toContain("name");
  for (const field of ["renewal_days", "updated_at", "kind"]) expect(fields).not.toContain(field);
});

test("of two documents of one name that are added at once the first is taken, whatever its accents", async () => {
  const code = await application("rut");
  const results = await Promise.allSettled(
    ["Certificación", "CERTIFICACION", "certificacion"].map((name) => save({ application: code, name })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(save({ application: code, name: "documento RUT" })).rejects.toMatchObject({
    code: "document_name_taken",
  });
});

test("an application asks for six documents at most, and one that is not asked for leaves room", async () => {
  const code = await application("rut", "doc_a", "doc_b", "doc_c", "doc_d");
  await save({ application: code, name: "Sexto" });
  const more = { application: code, name: "Séptimo" };
  await expect(save(more)).rejects.toMatchObject({ code: "documents_full" });
  const { version } = await found(code, "doc_a");
  await save({ application: code, kind: "doc_a", version, name: "Primero", active: "" });
  await save(more);
});

test("a document may be the paper that another application asks for", async () => {
  const code = await application();
  await save({ application: code, name: "RUT", sameAs: "rut" });
  expect(await found(code, "rut")).toMatchObject({ name: "RUT" });
});

test("papers of their own stay apart, however alike their names begin or are in another application", async () => {
  const [code, other] = [await application(), await application()];
  const names = [
    "Certificado de idoneidad del representante legal",
    "Certificado de idoneidad del representante suplente",
  ];
  for (const name of names) await save({ application: code, name });
  for (const name of [...names, "Registro sanitario"]) await save({ application: other, name });
  await save({ application: code, name: "REGISTRO  sanitario" });
  const kinds = await owner<{ kind: string }[]>`select kind from application_document
    where application_code in ${owner([code, other])} order by application_code <> ${code}`;
  expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(6);
  for (const { kind } of kinds) expect(kind).toMatch(documentKind);
  // The same name in the same application stays one, and so does the paper that another application asks for.
  const again: Record<string, string>[] = [
    { name: "registro sanitario" },
    { name: "Otro nombre", sameAs: kinds[0]?.kind ?? "" },
  ];
  for (const fields of again)
    await expect(save({ application: code, ...fields })).rejects.toMatchObject({
      code: "document_name_taken",
    });
});

test("of papers of one name that two applications ask for at once each gets a kind of its own", async () => {
  const codes = await Promise.all([application(), application(), application()]);
  const name = `Acta ${randomUUID()}`;
  await Promise.all(codes.map((code) => save({ application: code, name })));
  const kinds = await owner<
    { kind: string }[]
  >`select distinct kind from application_document where name = ${name}`;
  expect(kinds).toHaveLength(3);
});

test("an application that is not there, and a document that is not there, are changed by nobody", async () => {
  const code = await application();
  const missing: Record<string, string>[] = [
    { application: "NADA" },
    { application: code, kind: "doc_nada", version: "2026" },
  ];
  for (const fields of missing)
    await expect(save(fields)).rejects.toMatchObject({ code: "application_changed" });
});

test("the kind of a document comes from its name, and is always one that a form can carry", () => {
  expect(kindOfName("Certificación  de Cámara, n.º 2")).toBe("doc_certificacion_de_camara_n_2");
  expect(kindOfName("营业执照")).toBe("doc_nuevo");
  expect(kindOfName("a".repeat(80))).toHaveLength(40);
});

test("each fault of the form has a sentence of its own", () => {
  const fault = (fields: Record<string, string>) =>
    ApplicationDocumentInput.safeParse({ application: "CONVENIOS", ...typed, ...fields }).error?.issues[0]
      ?.message;
  expect(fault({})).toBeUndefined();
  expect([fault({ name: " R " }), fault({ name: "x".repeat(81) })]).toEqual(["documentName", "documentName"]);
  expect([fault({ hint: "x".repeat(201) }), fault({ example: "x".repeat(201) })]).toEqual([
    "documentText",
    "documentText",
  ]);
  for (const largestAgeDays of ["0", "3651", "-1", "1,5", "diez", "00001"])
    expect(fault({ largestAgeDays }), largestAgeDays).toBe("documentAge");
  expect([fault({ largestAgeDays: "" }), fault({ largestAgeDays: "3650" })]).toEqual([undefined, undefined]);
  for (const renewalDays of ["29", "3651", "-1", "un año"])
    expect(fault({ renewalDays }), renewalDays).toBe("documentRenewal");
  expect([fault({ renewalDays: "" }), fault({ renewalDays: "30" })]).toEqual([undefined, undefined]);
  for (const position of ["", "0", "100"]) expect(fault({ position }), position).toBe("documentPlace");
  expect(fault({ sameAs: "__proto__" })).toBe("documentSame");
});

test("a document is called as its own application calls it, and by its kind where none names it", async () => {
  const [one, other] = [await application("rut"), await application("rut")];
  await owner`update application_document set name = 'Otro RUT' where application_code = ${other}`;
  const nameOf = (code: string, kind: string) =>
    call(cajaDatabase(), "document_name", { application: code, kind });
  expect([await nameOf(one, "rut"), await nameOf(other, "rut"), await nameOf(one, "doc_nada")]).toEqual([
    "Documento rut",
    "Otro RUT",
    "doc_nada",
  ]);
});
