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

const FROM = "demostración";

/** Shops that registered and ask for CONVENIOS with their documents; one has waited for too long. */
export async function loadApplicants({ owner, provider: db }: Logins): Promise<void> {
  for (const applicant of demoApplicants) {
    const { person, provider } = await register(owner, applicant);
    const request = randomUUID();
    const document = (title: string) => pdfSaying(title, applicant.legalName, applicant.nit);
    const { outcome } = await call(db, "file_request", {
      request,
      provider,
      person,
      application: "CONVENIOS",
      agreementNumber: null,
      rutName: "rut.pdf",
      rutType: "application/pdf",
      rut: await document("REGISTRO ÚNICO TRIBUTARIO"),
      chamberName: "camara-de-comercio.pdf",
      chamberType: "application/pdf",
      chamber: await document("CERTIFICADO DE CÁMARA DE COMERCIO"),
      mails: [],
      ip: FROM,
    });
    if (outcome !== "done") throw new Error(`demonstration: ${outcome}`);
    const sent = owner`now() - make_interval(days => ${applicant.sentDaysAgo})`;
    await owner`update request set filed_at = ${sent}, submitted_at = ${sent} where id = ${request}`;
    await owner`update request_event set at = ${sent} where request_id = ${request}`;
  }
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
