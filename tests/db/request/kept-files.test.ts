import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import {
  correctionFormOf,
  dropKeptDocuments,
  keepDocument,
  listKeptDocuments,
  requestFormOf,
  withKeptDocuments,
} from "@/domain/request/kept-documents";
import { authorize, type ProviderActor } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { makeApplication } from "@/tests/support/factories/application";
import { file, makeApplicant, somePaper } from "@/tests/support/factories/request";
import { makeVictim } from "@/tests/support/victim-provider";

const FORM = requestFormOf("CONVENIOS");
const filing = (actor: ProviderActor) => authorize(actor, "application.request");
const fields = ["rut", "camara"];
const none = { fields, files: {}, faults: { rut: "missing", camara: "missing" }, isWrong: false };

test("a document that arrived before its form is kept for its sender, and taken when the form comes", async () => {
  const grant = filing(await makeApplicant());
  await keepDocument(grant, { form: FORM, field: "rut" }, somePaper("rut.pdf"));
  expect(await listKeptDocuments(grant, FORM)).toEqual({ rut: "rut.pdf" });
  const { files, faults } = await withKeptDocuments(grant, FORM, none);
  expect(files).toEqual({ rut: somePaper("rut.pdf") });
  expect(faults).toEqual({ camara: "missing" });
  await dropKeptDocuments(grant, FORM);
  expect(await listKeptDocuments(grant, FORM)).toEqual({});
});

test("a good document stays when the other one is bad, and a bad one does not replace what was good", async () => {
  const grant = filing(await makeApplicant());
  const rut = somePaper("bueno.pdf");
  const bad = { fields, files: { rut }, faults: { camara: "notReadable" }, isWrong: false };
  expect((await withKeptDocuments(grant, FORM, bad)).faults).toEqual({ camara: "notReadable" });
  expect(await listKeptDocuments(grant, FORM)).toEqual({ rut: "bueno.pdf" });
  const worse = { fields, files: {}, faults: { rut: "empty", camara: "missing" }, isWrong: false };
  expect((await withKeptDocuments(grant, FORM, worse)).faults).toEqual({ rut: "empty", camara: "missing" });
  expect(await listKeptDocuments(grant, FORM)).toEqual({ rut: "bueno.pdf" });
});

test("nothing is kept of a form that is taken at once, and both are kept while a text is wrong", async () => {
  const grant = filing(await makeApplicant());
  const both = { rut: somePaper("rut.pdf"), camara: somePaper("camara.pdf") };
  await withKeptDocuments(grant, FORM, { fields, files: both, faults: {}, isWrong: false });
  expect(await listKeptDocuments(grant, FORM)).toEqual({});
  await withKeptDocuments(grant, FORM, {
    fields,
    files: both,
    faults: { agreementNumber: "x" },
    isWrong: true,
  });
  expect(await listKeptDocuments(grant, FORM)).toEqual({ rut: "rut.pdf", camara: "camara.pdf" });
});

test("nobody else, of the same provider or another, gets a kept document, and its bytes are sealed", async () => {
  const sender = await makeApplicant();
  const stranger = await makeApplicant();
  await keepDocument(filing(sender), { form: FORM, field: "rut" }, somePaper("secreto.pdf"));
  const colleague: ProviderActor = { ...stranger, provider: sender.provider };
  const elsewhere: ProviderActor = { ...sender, provider: stranger.provider };
  for (const other of [stranger, colleague, elsewhere]) {
    expect(await listKeptDocuments(filing(other), FORM)).toEqual({});
    expect((await withKeptDocuments(filing(other), FORM, none)).files).toEqual({});
  }
  await dropKeptDocuments(filing(stranger), FORM);
  const [row] = await owner<{ id: string; sealed: Buffer }[]>`
    select id, sealed from kept_file where person_id = ${sender.personId}`;
  expect(row?.sealed.includes("secreto")).toBe(false);
  // Moved to another's row it does not open.
  await keepDocument(filing(stranger), { form: FORM, field: "rut" }, somePaper());
  await owner`update kept_file set sealed = ${row?.sealed ?? Buffer.alloc(1)} where person_id = ${stranger.personId}`;
  await expect(withKeptDocuments(filing(stranger), FORM, none)).rejects.toThrow();
});

test("whoever may not file for that provider keeps nothing, and a person's oldest file gives way to the thirteenth", async () => {
  const sender = await makeApplicant();
  const args = { form: FORM, field: "rut", name: "a.pdf", type: "application/pdf", sealed: Buffer.from("x") };
  const keep = (person: string, provider: string, more: object = {}) =>
    call(publicDatabase(), "keep_file", { ...args, id: randomUUID(), person, provider, ...more });
  const viewer = await makeApplicant(undefined, "viewer");
  expect(await keep(viewer.personId, viewer.provider.id)).toBe("not_allowed");
  expect(await keep(sender.personId, viewer.provider.id)).toBe("not_allowed");
  const kinds = [..."abcdefghijklm"].map((letter) => `doc_${letter}`);
  const form = requestFormOf(await makeApplication({ documents: kinds }));
  for (const field of kinds)
    expect(await keep(sender.personId, sender.provider.id, { form, field })).toBe("done");
  const rows = await owner<{ field: string }[]>`
    select field from kept_file where person_id = ${sender.personId} order by field`;
  expect(rows.map(({ field }) => field)).toEqual(kinds.slice(1));
});

test("a file that no form of the provider asks for is not kept", async () => {
  const sender = await makeApplicant();
  const stranger = await makeApplicant();
  const number = await file(stranger);
  const kept = (form: string, field: string) => keepDocument(filing(sender), { form, field }, somePaper());
  expect(await kept(FORM, "foto")).toBe(false);
  expect(await kept(requestFormOf("OTRA"), "rut")).toBe(false);
  expect(await kept(correctionFormOf(number), "rut")).toBe(false);
  expect(await kept(FORM, "bank_certificate")).toBe(true);
});

test("a document that was kept for a day is not taken any more", async () => {
  const sender = await makeApplicant();
  await keepDocument(filing(sender), { form: FORM, field: "rut" }, somePaper());
  await owner`update kept_file set kept_at = now() - interval '24 hours' where person_id = ${sender.personId}`;
  expect(await listKeptDocuments(filing(sender), FORM)).toEqual({});
  expect((await withKeptDocuments(filing(sender), FORM, none)).files).toEqual({});
});

test("a photo is kept for a report of one's own look-up alone, and nothing else is", async () => {
  const [own, other] = [await makeVictim(), await makeVictim()];
  const asks = async (provider: string, form: string, field = "photo") => {
    const [row] = await owner<
      { asks: boolean }[]
    >`select asks_for_file(${provider}, ${form}, ${field}) as asks`;
    return row?.asks;
  };
  const form = `report:${own.ids.open}`;
  expect([await asks(own.providerId, form), await asks(own.providerId, form, "rut")]).toEqual([true, false]);
  expect(await asks(other.providerId, form)).toBe(false);
  expect(await asks(own.providerId, `report:${randomUUID()}`)).toBe(false);
});
