import { randomUUID } from "node:crypto";
import type { connect } from "@/db/connection";
import { uploadTable } from "@/domain/import/upload";
import { authorize, type CajaActor, type CajaRole, type Grant } from "@/model/access";

export const client = { ip: "127.0.0.1" };

/** The grant of a caja account that may import files. */
export async function importer(
  owner: ReturnType<typeof connect>,
  role: CajaRole = "officer",
): Promise<Grant<"order.import">> {
  const email = `${randomUUID()}@caja.example`;
  const name = "Rosa Torregrosa";
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name, caja_role, password_hash) values (${email}, ${name}, ${role}, 'x') returning id`;
  const actor: CajaActor = {
    kind: "caja",
    role,
    personId: person?.id ?? "",
    sessionId: randomUUID(),
    name,
    email,
  };
  return authorize(actor, "order.import");
}

/** Uploads a file as the page does. */
export function upload(
  grant: Grant<"order.import">,
  content: string | Buffer,
  name = "ordenes.csv",
): Promise<string> {
  return uploadTable(
    grant,
    "orders",
    { name, content: new Blob([new Uint8Array(Buffer.from(content))]) },
    client,
  );
}

/** The grant of somebody who may change convenios and import no orders. */
export async function agreementImporter(
  owner: ReturnType<typeof connect>,
): Promise<Grant<"agreement.manage">> {
  const { actor } = await importer(owner);
  await owner`update person set caja_role = 'reviewer' where id = ${actor.personId}`;
  return authorize({ ...actor, role: "reviewer" }, "agreement.manage");
}

/** Uploads a file of convenios as the page does. */
export function uploadAgreements(
  grant: Grant<"agreement.manage">,
  content: string | Buffer,
  name = "convenios.csv",
): Promise<string> {
  const file = { name, content: new Blob([new Uint8Array(Buffer.from(content))]) };
  return uploadTable(grant, "agreements", file, client);
}
