import { randomUUID } from "node:crypto";
import { publicDatabase } from "@/db/client";
import { findOwnRequest } from "@/db/queries/request";
import { decide } from "@/domain/request/decide";
import type { Uploads } from "@/domain/request/documents-due";
import { submitRequest } from "@/domain/request/submit";
import { authorize, type ProviderActor, type ProviderRole } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Decision, RequestDocument } from "@/model/request";
import { browser, makeMember, makeProvider, owner, someEmail, someNit, teamGrant } from "./account";

/** The text for applicants whose request is closed because another one of the same NIT was approved. */
export const closingReason = "Otro registro con el mismo NIT fue aprobado.";

const email = { subject: "request", text: "" };

export function somePaper(name = "rut.pdf"): RequestDocument {
  return { name, type: "application/pdf", content: Buffer.from(`%PDF-1.7 ${name}`) };
}

/** Documents of a form, by kind. */
export function uploads(papers: Readonly<Record<string, RequestDocument>>): Uploads {
  const all = Object.entries(papers);
  return {
    documents: all.map(([kind, { name, type }]) => ({ kind, name, type })),
    contents: all.map(([, { content }]) => content),
  };
}

/** Creates a member of a provider that is not approved yet. */
export async function makeApplicant(nit = someNit(), role: ProviderRole = "owner"): Promise<ProviderActor> {
  const id = await makeProvider({ nit, approved: false });
  const { personId, email } = await makeMember(id, role);
  const provider = {
    id,
    nit,
    checkDigit: 0,
    legalName: "Prueba",
    suspended: false,
    applications: [],
    opensLookUp: false,
  };
  const ownProviders = [{ id, legalName: "Prueba" }];
  return {
    kind: "provider",
    role,
    personId,
    sessionId: randomUUID(),
    name: "Ana",
    email,
    provider,
    ownProviders,
  };
}

/** Files a request, and returns its filing number. */
export function file(
  actor: ProviderActor,
  applicationCode = "CONVENIOS",
  papers: Readonly<Record<string, RequestDocument>> = { rut: somePaper(), chamber: somePaper("camara.pdf") },
): Promise<string> {
  const request = {
    applicationCode,
    agreementNumber: null,
    uploads: uploads(papers),
  };
  return submitRequest(authorize(actor, "application.request"), request, email, browser());
}

/** Reads the request as this actor may see it. */
export function find(actor: ProviderActor, filingNumber: string) {
  return findOwnRequest(publicDatabase(), authorize(actor, "application.view"), filingNumber);
}

/** A grant of who filed a request, by which its provider's screens read it. */
export async function whoFiled(requestId: string) {
  const [row] = await owner<{ provider: string; person: string }[]>`
    select provider_id as provider, submitted_by as person from request where id = ${requestId}`;
  if (!row) throw new Error("no such request");
  return teamGrant(row.provider, row.person);
}

/** Files a request, and returns its id. */
export async function makeRequest(actor: ProviderActor, applicationCode = "CONVENIOS"): Promise<string> {
  const request = await find(actor, await file(actor, applicationCode));
  if (!request) throw new Error("no request made");
  return request.id;
}

export async function makeAdministrator() {
  const email = someEmail();
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role)
    values (${email}, 'Ana', 'administrator') returning id`;
  if (!row) throw new Error("no administrator made");
  const person = { personId: row.id, sessionId: randomUUID(), name: "Ana", email };
  return authorize({ kind: "caja", role: "administrator", ...person }, "request.decide");
}

/** Creates a convenio of the NIT that is in force today. */
export async function makeAgreement(nit: string): Promise<void> {
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${randomUUID()}, ${nit}, 0, 'Prueba', current_date - 30, current_date + 30)`;
}

/** Decides a request, and returns "done" or the code of the refusal. */
export async function outcomeOf(
  grant: Awaited<ReturnType<typeof makeAdministrator>>,
  requestId: string,
  decision: Decision,
): Promise<string> {
  const reason = decision === "approved" ? null : "El RUT no se lee.";
  try {
    await decide(grant, { requestId, decision, reason }, { compose: () => email, closingReason }, browser());
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
