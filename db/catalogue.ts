import { createHash } from "node:crypto";
import type postgres from "postgres";
import { firstPolicy } from "./first-policy";

/**
 * What every installation starts with: the kinds of order, the application CONVENIOS, a first policy text and
 * an empty caja profile. What is there already stays as it is.
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
  await client`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city) values (
    'Caja de Compensación', 'Caja de Compensación Familiar', '', '', '', '', '', '')
    on conflict do nothing`;
  await client`insert into policy (text, sha256)
    select ${firstPolicy}, ${createHash("sha256").update(firstPolicy).digest()}
    where not exists (select from policy)`;
}
