import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { type AuditFilter, listAudit } from "@/db/queries/audit";
import { listProviders } from "@/db/queries/provider";
import { findCrossings, findRequest, listRequestDocuments } from "@/db/queries/request-desk";
import { listRequests } from "@/db/queries/request-queue";
import { authorize } from "@/model/access";
import { nitCheckDigit } from "@/model/identity/nit";
import { makeMember, makeProvider, owner, someNit } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

beforeAll(async () => {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
});

async function makeRequest({ nit = someNit(), state = "submitted" } = {}) {
  const providerId = await makeProvider({ nit, approved: false });
  const { personId, email } = await makeMember(providerId, "owner");
  const filingNumber = `SOL-2000-${randomUUID().slice(0, 8)}`;
  const [row] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
    values (${filingNumber}, ${providerId}, 'CONVENIOS', ${state}, ${personId}, 'Motivo de prueba', now())
    returning id`;
  if (!row) throw new Error("no request made");
  return { id: row.id, filingNumber, providerId, nit, email };
}

test("a request is found by number, NIT and NIT with check digit, whatever tab is open", async () => {
  const request = await makeRequest();
  for (const tab of ["toDecide", "decided"] as const)
    for (const query of [request.filingNumber.toLowerCase(), request.nit, `${request.nit}-0`]) {
      const found = await listRequests(cajaDatabase(), { tab, query, page: 1 });
      expect(found.rows.map(({ id }) => id)).toEqual([request.id]);
      expect(found.total).toBe(1);
    }
});

test("a NIT search accepts any spelling, with or without the check digit", async () => {
  const { nit, providerId } = await makeRequest();
  const digit = nitCheckDigit(nit);
  const dotted = nit.replace(/\B(?=(\d{3})+$)/g, ".");
  for (const typed of [
    nit,
    dotted,
    `NIT ${dotted}-${digit}`,
    `${dotted}–${digit}`,
    `${nit}${digit}`,
    `\u202a${nit}`,
  ]) {
    const found = await listRequests(cajaDatabase(), { tab: "toDecide", query: typed, page: 1 });
    expect(
      found.rows.map((row) => row.nit),
      typed,
    ).toEqual([nit]);
    const providers = await listProviders(cajaDatabase(), {
      search: typed,
      standing: null,
      from: "2026-01-01",
      limit: 5,
      offset: 0,
    });
    expect(
      providers.map(({ id }) => id),
      typed,
    ).toEqual([providerId]);
  }
});

test("wildcard characters in a search are matched literally", async () => {
  await makeRequest();
  expect((await listRequests(cajaDatabase(), { tab: "toDecide", query: "%", page: 1 })).total).toBe(0);
});

test("cross-checks of a request show convenios, the same NIT, an e-mail of another company and competing requests", async () => {
  const nit = someNit();
  const [request, rival] = [await makeRequest({ nit }), await makeRequest({ nit })];
  const otherNit = someNit();
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on) values
    (${`CV-${nit}`}, ${nit}, 0, 'Prueba', '2020-01-01', '2099-12-31'),
    (${`CV-${nit}-viejo`}, ${nit}, 0, 'Prueba', '2010-01-01', '2011-12-31')`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, email, starts_on, ends_on)
    values (${`CV-${otherNit}`}, ${otherNit}, 0, 'Otra', ${request.email.toUpperCase()}, '2020-01-01', '2099-12-31')`;
  const found = await findRequest(cajaDatabase(), request.filingNumber);
  if (!found) throw new Error("no request found");
  const crossings = await findCrossings(cajaDatabase(), found);
  expect(crossings.convenios.map(({ inForce }) => inForce)).toEqual([true, false]);
  expect(crossings.sameNit).toEqual([expect.objectContaining({ id: rival.providerId, approved: false })]);
  expect(crossings.sameEmail).toEqual([expect.objectContaining({ nit: otherNit })]);
  expect(crossings.pending.map(({ id }) => id)).toEqual([rival.id]);
});

test("a document is read only under the filing number of its own request", async () => {
  const [request, other] = [await makeRequest(), await makeRequest()];
  const content = Buffer.from("%PDF-1.4");
  await owner`insert into request_document (request_id, kind, file_name, media_type, size, sha256, content)
    values (${request.id}, 'rut', 'rut.pdf', 'application/pdf', ${content.length}, ${Buffer.alloc(32)}, ${content})`;
  const [document] = await listRequestDocuments(cajaDatabase(), request.id);
  if (!document) throw new Error("no paper listed");
  const grant = authorize(await makeOfficial("administrator"), "request.decide");
  const view = ({ filingNumber }: { filingNumber: string }) =>
    call(cajaDatabase(), "view_request_paper", {
      filingNumber,
      document: document.id,
      actor: grant.actor.personId,
      ip: "192.0.2.1",
    });
  expect((await view(request))?.content).toEqual(content);
  expect(await view(other)).toBeNull();
  const seen = await owner`select actor_id, subject_id, detail from audit_event
    where action = 'request.document_viewed' and actor_id = ${grant.actor.personId}`;
  expect(seen).toEqual([
    { actor_id: grant.actor.personId, subject_id: request.filingNumber, detail: { document: document.id } },
  ]);
  await expect(cajaDatabase().execute("select content from request_document")).rejects.toThrow();
});

test("the audit log is read newest first, paginated, and filtered by day, action, person and subject", async () => {
  const { personId, name } = await makeOfficial("auditor");
  const subject = randomUUID();
  for (const action of ["prueba.una", "prueba.dos", "prueba.tres"])
    await owner`select audit_append(${action}, ${personId}, null, 'prueba', ${subject}, 'test')`;
  const about: AuditFilter["subject"] = {
    spellings: [subject],
    orderNumbers: [],
    nits: [],
    receipt: null,
    lookup: null,
  };
  const all: AuditFilter = {
    from: null,
    to: null,
    action: null,
    person: name,
    provider: "",
    subject: null,
    before: null,
  };
  const { lines: page, horizon } = await listAudit(cajaDatabase(), all, { limit: 2 });
  expect(horizon).toBeNull();
  expect(page.map(({ action }) => action)).toEqual(["prueba.tres", "prueba.dos", "prueba.una"]);
  const { lines: rest } = await listAudit(
    cajaDatabase(),
    { ...all, before: page[1]?.seq ?? 0 },
    { limit: 2 },
  );
  expect(rest.map(({ action }) => action)).toEqual(["prueba.una"]);
  const { lines: one } = await listAudit(
    cajaDatabase(),
    { ...all, action: "prueba.dos", subject: about },
    { limit: 2 },
  );
  expect(one).toHaveLength(1);
  const read = async (more: Partial<AuditFilter>) =>
    (await listAudit(cajaDatabase(), { ...all, ...more }, { limit: 5 })).lines.length;
  expect(await read({ from: "2001-01-01", to: "2001-01-01" })).toBe(0);
  expect(await read({ person: "nadie se llama así" })).toBe(0);
  expect(await read({ action: "prueba.cuatro", subject: about })).toBe(0);
  expect(await read({ person: "", subject: about })).toBe(3);
  const [today] = await owner<
    { day: string }[]
  >`select (now() at time zone 'America/Bogota')::date::text as day`;
  const day = today?.day ?? "";
  expect(await read({ from: day, to: day })).toBe(3);
  expect(await read({ from: "2001-01-01", to: day })).toBe(3);
  expect(await read({ from: day, to: null })).toBe(3);
  expect(await read({ from: null, to: "2001-01-01" })).toBe(0);
  expect(await read({ from: day, to: day, action: "prueba.una", subject: about })).toBe(1);
});
