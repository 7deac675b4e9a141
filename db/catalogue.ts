import { createHash } from "node:crypto";
import type postgres from "postgres";
import { firstPolicy } from "./first-policy";

/**
 * What CONVENIOS asks for until the caja says otherwise. The last two are not required: a shop that comes with its RUT
 * and its chamber's certificate is let in, and an account is needed only once it is paid. The chamber's certificate is
 * renewed by its company every year, so it is given again every year.
 */
export const firstDocuments = [
  {
    kind: "rut",
    name: "RUT",
    hint: "Registro Único Tributario de la DIAN. Que se lean el NIT y el nombre.",
    ...{ required: true, largest_age_days: null, renewal_days: null, position: 1 },
  },
  {
    kind: "chamber",
    name: "Certificado de Cámara de Comercio",
    hint: "Que se lea la primera página.",
    ...{ required: true, largest_age_days: 30, renewal_days: 365, position: 2 },
  },
  {
    kind: "representative_id",
    name: "Cédula del representante legal",
    hint: "Los dos lados en una foto o en un PDF.",
    ...{ required: false, largest_age_days: null, renewal_days: null, position: 3 },
  },
  {
    kind: "bank_certificate",
    name: "Certificación bancaria",
    hint: "Del banco, con el nombre o el NIT de la empresa. En esa cuenta se le paga.",
    example: "el PDF que se baja de la página del banco.",
    ...{ required: false, largest_age_days: 90, renewal_days: null, position: 4 },
  },
] as const;

/**
 * What every installation starts with: the kinds of order, the application CONVENIOS with its documents, a first
 * policy text and an empty caja profile. What is there already stays as it is.
 */
export async function loadCatalogue(client: postgres.Sql): Promise<void> {
  await client`insert into order_kind (code, name, code_number, validity_days, largest_value, position) values
    ('AS', 'ADELANTO POR SUBSIDIOS', 1, 30, 20000000, 1),
    ('BE', 'BONO ESCOLAR', 2, 90, 20000000, 2)
    on conflict do nothing`;
  await client`insert into application (code, title, description, button_label, path, position, needs_agreement,
    opens_look_up) values (
    'CONVENIOS', 'PROVEEDORES',
    'Acceda aquí a la plataforma de proveedores de {Caja}, donde podrá consultar las órdenes de adelanto por subsidios.',
    'Acceder', '/consultar', 1, true, true)
    on conflict do nothing`;
  await client`insert into application_document (application_code, kind, name, hint, example, required, largest_age_days,
    renewal_days, position)
    select 'CONVENIOS', d.kind, d.name, d.hint, coalesce(d.example, ''), d.required, d.largest_age_days,
      d.renewal_days, d.position
    from jsonb_to_recordset(${JSON.stringify(firstDocuments)}::text::jsonb) as d(
      kind text, name text, hint text, example text, required boolean, largest_age_days int, renewal_days int,
      position int)
    where exists (select from application where code = 'CONVENIOS')
    on conflict do nothing`;
  await client`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city) values (
    'Caja de Compensación', 'Caja de Compensación Familiar', '', '', '', '', '', '')
    on conflict do nothing`;
  await client`insert into policy (text, sha256)
    select ${firstPolicy}, ${createHash("sha256").update(firstPolicy).digest()}
    where not exists (select from policy)`;
}
