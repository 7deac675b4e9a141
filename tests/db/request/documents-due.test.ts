import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listDocuments } from "@/db/queries/request";
import { findRequest, listNamedDocuments } from "@/db/queries/request-desk";
import { sendCorrection } from "@/domain/request/correct";
import { decide, markDocument } from "@/domain/request/decide";
import {
  hasToCome,
  listDueDocuments,
  wantedInCorrection,
  wantedInRequest,
} from "@/domain/request/documents-due";
import { authorize, type ProviderActor } from "@/model/access";
import type { RequestReason } from "@/model/request";
import { browser, owner } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  makeRequest,
  outcomeOf,
  somePaper,
  uploads,
  whoFiled,
} from "@/tests/support/factories/request";
import { ownApplications } from "@/tests/support/own-applications";

const { application } = ownApplications();

const filing = (actor: ProviderActor) => authorize(actor, "application.request");
const dueOf = async (actor: ProviderActor, code: string) =>
  Object.fromEntries((await listDueDocuments(filing(actor), code)).map(({ kind, due }) => [kind, due]));
const askFor = (code: string, kind: string, required = true) => owner`
  insert into application_document (application_code, kind, name, required, position)
  values (${code}, ${kind}, ${`Documento ${kind}`}, ${required}, 9)`;
const papersOf = async (id: string) =>
  Object.fromEntries(
    (await listDocuments(publicDatabase(), await whoFiled(id), id)).map((each) => [each.kind, each.fileName]),
  );

async function filed(actor: ProviderActor, code: string, ...kinds: string[]) {
  const papers = Object.fromEntries(kinds.map((kind) => [kind, somePaper(`${kind}.pdf`)]));
  const request = await find(actor, await file(actor, code, papers));
  if (!request) throw new Error("no request made");
  return request;
}

async function returned(id: string, ...reasons: RequestReason[]) {
  const email = { subject: "x", text: "x" };
  await decide(
    await makeAdministrator(),
    { requestId: id, decision: "returned", reason: "Corrija los documentos.", reasons },
    { compose: () => email, closingReason: "x" },
    browser(),
  );
}

function correct(actor: ProviderActor, requestId: string, ...kinds: string[]) {
  const papers = Object.fromEntries(kinds.map((kind) => [kind, somePaper(`${kind}-nuevo.pdf`)]));
  const correction = { requestId, agreementNumber: null, note: "Va.", uploads: uploads(papers) };
  return sendCorrection(filing(actor), correction, browser());
}

async function markGood(id: string) {
  const grant = await makeAdministrator();
  for (const { id: document } of await listDocuments(publicDatabase(), await whoFiled(id), id))
    await markDocument(grant, { request: id, document, good: true }, browser());
}

test("CONVENIOS asks for RUT and Cámara, and may be sent the cédula and the bank certificate", async () => {
  const asked = await listDueDocuments(filing(await makeApplicant()), "CONVENIOS");
  expect(asked.map(({ kind, required, largestAgeDays }) => [kind, required, largestAgeDays])).toEqual([
    ["rut", true, null],
    ["chamber", true, 30],
    ["representative_id", false, null],
    ["bank_certificate", false, 90],
  ]);
});

test("a request without a required document is refused, and one without an optional document is taken", async () => {
  const code = await application("rut", "doc_licencia");
  await askFor(code, "doc_catalogo", false);
  const actor = await makeApplicant();
  await expect(filed(actor, code, "rut")).rejects.toMatchObject({ code: "documents_missing" });
  const { id } = await filed(actor, code, "rut", "doc_licencia");
  expect(await papersOf(id)).toEqual({ rut: "rut.pdf", doc_licencia: "doc_licencia.pdf" });
});

test("a list that changes while a request waits changes nothing for it, until it is returned", async () => {
  const code = await application("rut");
  const actor = await makeApplicant();
  const { id } = await filed(actor, code, "rut");
  await askFor(code, "doc_licencia");
  const asked = async () => {
    const [row] = await owner<{ asked: { kind: string }[] }[]>`select asked from request where id = ${id}`;
    return row?.asked.map(({ kind }) => kind);
  };
  expect(await asked()).toEqual(["rut"]);
  await returned(id, { code: "D1", document: "rut" });
  expect(await dueOf(actor, code)).toEqual({ rut: "fix", doc_licencia: "missing" });
  await expect(correct(actor, id, "rut")).rejects.toMatchObject({ code: "documents_missing" });
  await correct(actor, id, "rut", "doc_licencia");
  expect(await asked()).toEqual(["rut", "doc_licencia"]);
  expect(await outcomeOf(await makeAdministrator(), id, "approved")).toBe("done");
});

test("a correction asks for what is marked, missing or too old, and what is good stays", async () => {
  const code = await application("rut", "chamber", "doc_licencia");
  const actor = await makeApplicant();
  const { id } = await filed(actor, code, "rut", "chamber", "doc_licencia");
  await owner`update application_document set largest_age_days = 30
    where application_code = ${code} and kind = 'chamber'`;
  await owner`update request_document set uploaded_at = now() - interval '31 days'
    where request_id = ${id} and kind = 'chamber'`;
  await returned(id, { code: "D3", document: "rut" });
  const due = await listDueDocuments(filing(actor), code);
  expect(wantedInCorrection(due).map(({ kind, due: what }) => [kind, what])).toEqual([
    ["rut", "fix"],
    ["chamber", "old"],
  ]);
  await expect(correct(actor, id, "rut")).rejects.toMatchObject({ code: "documents_missing" });
  await correct(actor, id, "rut", "chamber");
  expect(await papersOf(id)).toEqual({
    rut: "rut-nuevo.pdf",
    chamber: "chamber-nuevo.pdf",
    doc_licencia: "doc_licencia.pdf",
  });
});

test("a document is too old on the day after its last one, counted in Bogotá", async () => {
  const code = await application("rut");
  const actor = await makeApplicant();
  const { id } = await filed(actor, code, "rut");
  await owner`update application_document set largest_age_days = 30 where application_code = ${code}`;
  await returned(id, { code: "E2" });
  const agedBy = async (days: number) => {
    await owner`update request_document set uploaded_at = bogota_start(bogota_today() - ${days}::int)
      where request_id = ${id}`;
    return (await dueOf(actor, code)).rut;
  };
  expect([await agedBy(30), await agedBy(31)]).toEqual(["none", "old"]);
});

test("an optional document that the caja says is missing is asked for, and need not come", async () => {
  const code = await application("rut");
  for (const kind of ["bank_certificate", "doc_catalogo"]) await askFor(code, kind, false);
  const [actor, other] = [await makeApplicant(), await makeApplicant()];
  const { id } = await filed(actor, code, "rut");
  await returned(id, { code: "D5", document: "bank_certificate" });
  await returned((await filed(other, code, "rut")).id, { code: "D1", document: "rut" });
  const asked = wantedInCorrection(await listDueDocuments(filing(actor), code));
  expect(asked.map((each) => [each.kind, hasToCome(each)])).toEqual([["bank_certificate", false]]);
  await correct(actor, id);
});

test("a second application takes over what was found right in the first, with its age and its mark", async () => {
  const [first, second] = [await application("rut", "chamber"), await application("rut", "doc_licencia")];
  const actor = await makeApplicant();
  const { id } = await filed(actor, first, "rut", "chamber");
  expect((await dueOf(actor, second)).rut).toBe("missing");
  await markGood(id);
  await owner`update request_document set uploaded_at = uploaded_at - interval '5 days' where request_id = ${id}`;
  const due = await listDueDocuments(filing(actor), second);
  expect(wantedInRequest(due).map(({ kind }) => kind)).toEqual(["doc_licencia"]);
  const other = await filed(actor, second, "doc_licencia");
  expect(await papersOf(other.id)).toEqual({ rut: "rut.pdf", doc_licencia: "doc_licencia.pdf" });
  const copies = await owner<{ mark: string; same: boolean }[]>`
    select n.mark, n.uploaded_at = o.uploaded_at and n.sha256 = o.sha256 and n.content = o.content as same
    from request_document n join request_document o on o.request_id = ${id} and o.kind = n.kind
    where n.request_id = ${other.id}`;
  expect(copies.map(({ mark, same }) => [mark, same])).toEqual([["good", true]]);
});

test("nothing is taken over of another provider, nor of documents that were another company's", async () => {
  const [first, second] = [await application("rut"), await application("rut")];
  const [actor, stranger] = [await makeApplicant(), await makeApplicant()];
  const { id } = await filed(actor, first, "rut");
  await markGood(id);
  expect(await dueOf(stranger, second)).toEqual({ rut: "missing" });
  expect(await dueOf({ ...stranger, provider: actor.provider }, second)).toEqual({});
  const email = { subject: "x", text: "x" };
  await decide(
    await makeAdministrator(),
    { requestId: id, decision: "rejected", reason: "No son suyos.", reasons: [{ code: "N2" }] },
    { compose: () => email, closingReason: "x" },
    browser(),
  );
  expect(await dueOf(actor, second)).toEqual({ rut: "missing" });
});

test("the desk names what was asked for, and may say that a document is missing that is asked for by now", async () => {
  const code = await application("rut");
  const actor = await makeApplicant();
  const { filingNumber } = await filed(actor, code, "rut");
  await askFor(code, "doc_licencia");
  await owner`update application_document set name = 'RUT nuevo' where application_code = ${code} and kind = 'rut'`;
  const request = await findRequest(cajaDatabase(), filingNumber);
  const named = await listNamedDocuments(cajaDatabase(), request?.id ?? "");
  expect(named.map(({ kind, name }) => [kind, name])).toEqual([
    ["rut", "Documento rut"],
    ["doc_licencia", "Documento doc_licencia"],
  ]);
});

test("a process of before files and corrects RUT and Cámara by their old arguments, and is asked for no more", async () => {
  const code = await application("rut", "chamber", "doc_licencia");
  const actor = await makeApplicant();
  const who = { provider: actor.provider.id, person: actor.personId };
  const old = { rutName: "rut.pdf", rutType: "application/pdf", rut: Buffer.from("%PDF-1 rut") };
  const chamber = {
    chamberName: "cc.pdf",
    chamberType: "application/pdf",
    chamber: Buffer.from("%PDF-1 cc"),
  };
  const id = crypto.randomUUID();
  const filedBefore = await call(publicDatabase(), "file_request", {
    ...who,
    ...old,
    ...chamber,
    ...{ request: id, application: code, agreementNumber: null, mails: [], ip: "x" },
  });
  expect(filedBefore.outcome).toBe("done");
  expect(await papersOf(id)).toEqual({ rut: "rut.pdf", chamber: "cc.pdf" });
  await returned(id, { code: "D1", document: "rut" });
  const corrected = { ...who, ...old, request: id, agreementNumber: null, note: null, ip: "x" };
  expect(await call(publicDatabase(), "send_correction", { ...corrected, rutName: "otro.pdf" })).toBe("done");
  expect(await papersOf(id)).toEqual({ rut: "otro.pdf", chamber: "cc.pdf" });
});

test("a request of before there was a list was asked for RUT and Cámara", async () => {
  const id = await makeRequest(await makeApplicant());
  await owner`update request set asked = default where id = ${id}`;
  const named = await listNamedDocuments(cajaDatabase(), id);
  expect(named.slice(0, 2).map(({ kind, name }) => [kind, name])).toEqual([
    ["rut", "RUT"],
    ["chamber", "Certificado de Cámara de Comercio"],
  ]);
});
