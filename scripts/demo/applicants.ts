import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type postgres from "postgres";
import { call } from "@/db/contract/call";
import { nitCheckDigit } from "@/model/identity/nit";
import { demoAccounts, demoApplicants } from "./accounts";
import type { Office } from "./own-orders";

/** Logins of the roles in whose name the demonstration does things. */
export type Logins = { owner: postgres.Sql; provider: Office; caja: Office; jobs: Office };

const papers = [
  { kind: "rut", name: "rut.pdf", title: "REGISTRO ÚNICO TRIBUTARIO" },
  { kind: "chamber", name: "camara-de-comercio.pdf", title: "CERTIFICADO DE CÁMARA DE COMERCIO" },
  { kind: "representative_id", name: "cedula.pdf", title: "CÉDULA DE CIUDADANÍA" },
  { kind: "bank_certificate", name: "certificacion-bancaria.pdf", title: "CERTIFICACIÓN BANCARIA" },
];

const FROM = "demostración";

const [rut] = papers;
const showcase = {
  code: "VITRINA",
  papers: [rut, { kind: "doc_catalogo", name: "catalogo.pdf", title: "CATÁLOGO" }],
};

/**
 * Shops that registered and ask for CONVENIOS with their documents; one has waited for too long, and one also asks for
 * the second application.
 */
export async function loadApplicants(logins: Logins): Promise<void> {
  const { owner } = logins;
  await loadShowcase(owner);
  for (const [at, applicant] of demoApplicants.entries()) {
    const shop = await register(owner, applicant);
    await request(logins, applicant, { ...shop, application: "CONVENIOS", papers });
    if (at === demoApplicants.length - 1)
      await request(logins, applicant, { ...shop, application: showcase.code, papers: showcase.papers });
  }
}

/** An application that needs no convenio and opens no look-up. */
async function loadShowcase(owner: postgres.Sql): Promise<void> {
  await owner`insert into application (code, title, description, button_label, path, position) values (
    ${showcase.code}, 'VITRINA DE COMERCIOS',
    'Su negocio en la lista de comercios que {Caja} recomienda a sus afiliados.', 'Ver cómo funciona', '/ayuda', 2)
    on conflict do nothing`;
  await owner`insert into application_document (application_code, kind, name, hint, required, position) values
    (${showcase.code}, 'rut', 'RUT', 'Que se lean el NIT y el nombre.', true, 1),
    (${showcase.code}, 'doc_catalogo', 'Catálogo', 'Lo que vende, con fotos o con precios.', true, 2)
    on conflict do nothing`;
}

type Paper = (typeof papers)[number];

async function request(
  { owner, provider: db }: Logins,
  { legalName, nit, sentDaysAgo }: (typeof demoApplicants)[number],
  asking: { person: string; provider: string; application: string; papers: readonly (Paper | undefined)[] },
): Promise<void> {
  const { person, provider, application } = asking;
  const sent = asking.papers.filter((paper) => paper !== undefined);
  const id = randomUUID();
  const { outcome } = await call(db, "file_request", {
    ...{ request: id, provider, person, application, agreementNumber: null, mails: [], ip: FROM },
    documents: sent.map(({ kind, name }) => ({ kind, name, type: "application/pdf" })),
    contents: await Promise.all(sent.map(({ title }) => pdfSaying(title, legalName, nit))),
  });
  if (outcome !== "done") throw new Error(`demonstration: ${outcome}`);
  const day = owner`now() - make_interval(days => ${sentDaysAgo})`;
  await owner`update request set filed_at = ${day}, submitted_at = ${day} where id = ${id}`;
  await owner`update request_event set at = ${day} where request_id = ${id}`;
}

async function register(owner: postgres.Sql, applicant: (typeof demoApplicants)[number]) {
  const { nit, legalName, address, phone, email, name, sentDaysAgo } = applicant;
  const [row] = await owner<{ person: string; provider: string }[]>`
    with person as (
      insert into person (email, name, password_hash, password_changed_at)
      select ${email}, ${name}, password_hash, now() from person where email = ${demoAccounts[0].email} returning id),
    provider as (
      insert into provider (nit, check_digit, legal_name, municipality, address, phone, created_at)
      values (${nit}, ${nitCheckDigit(nit)}, ${legalName}, '08001', ${address}, ${phone},
        now() - make_interval(days => ${sentDaysAgo + 1})) returning id),
    member as (
      insert into membership (person_id, provider_id, role) select person.id, provider.id, 'owner' from person, provider)
    select person.id as person, provider.id as provider from person, provider`;
  if (!row) throw new Error("demonstration: no applicant");
  return row;
}

/** A page that looks like no real document and says that it is none. */
function pdfSaying(title: string, legalName: string, nit: string): Promise<Buffer> {
  const doc = new PDFDocument({ size: "LETTER", info: { Title: title } });
  const read = buffer(doc);
  doc.fontSize(18).text(title).moveDown();
  doc
    .fontSize(12)
    .text(legalName)
    .text(`NIT ${nit}-${nitCheckDigit(nit)}`)
    .text("Barranquilla, Atlántico");
  doc.moveDown().text("Documento inventado para la demostración. No vale para nada más.");
  doc.end();
  return read;
}
