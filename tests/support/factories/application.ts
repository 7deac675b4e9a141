import { owner } from "./account";

const letters = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .slice(0, 8)
    .toUpperCase();

/** Adds an application beside CONVENIOS, which is no longer offered once the test file ends; returns its code. */
export async function makeApplication({
  needsAgreement = false,
  opensLookUp = false,
  documents = ["rut"],
}: {
  needsAgreement?: boolean;
  opensLookUp?: boolean;
  /** The kinds of the documents that it requires. */
  documents?: readonly string[];
} = {}): Promise<string> {
  const code = `PRUEBA${letters()}`;
  await owner`insert into application (code, title, description, button_label, path, position, needs_agreement,
      opens_look_up)
    values (${code}, 'OTRA', 'Otra aplicación de {Caja}.', 'Abrir', '/ayuda', 90, ${needsAgreement}, ${opensLookUp})`;
  for (const [at, kind] of documents.entries())
    await owner`insert into application_document (application_code, kind, name, required, position)
      values (${code}, ${kind}, ${`Documento ${kind}`}, true, ${at + 1})`;
  return code;
}

/** Takes the applications of this file out of the launcher again; their requests stay. */
export const closeApplications = (codes: readonly string[]) =>
  owner`update application set active = false where code in ${owner(codes)}`;
