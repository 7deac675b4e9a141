import { randomUUID } from "node:crypto";
import { closeApplications } from "./factories/application";
import { makeRenewing } from "./factories/renewal";
import { makeAdministrator, makeApplicant, makeRequest, outcomeOf } from "./factories/request";
import { pdf } from "./full-journey";
import { makeOrder, makeTill, owner } from "./look-up-orders";
import { openSession } from "./open-session";
import { lookUp } from "./use-order";

const database = process.env.DATABASE_URL ?? "";

/** An address that takes posts by itself, with a form that it would take. */
export type Door = {
  to: string;
  cookie: string;
  texts: Record<string, string>;
  files: Record<string, Buffer>;
};

const csv = Buffer.from("TIPODCTO;NRODCTO;NIT\nAS;0004521;1042555318\n");

/** Each address that takes files, as somebody who may send them there; and what ends their application again. */
export async function uploadDoors(): Promise<{ doors: Door[]; end: () => Promise<unknown> }> {
  const [asking, correcting] = await Promise.all([makeApplicant(), makeApplicant()]);
  const request = await makeRequest(correcting);
  const outcome = await outcomeOf(await makeAdministrator(), request, "returned");
  if (outcome !== "done") throw new Error(outcome);
  const [filed] = await owner<{ number: string }[]>`
    select filing_number as number from request where id = ${request}`;
  const till = await makeTill();
  const lookup = await lookUp(till, await makeOrder());
  const [clerk] = await owner<
    { email: string }[]
  >`select email from person where id = ${till.actor.personId}`;
  const renewing = await makeRenewing();
  const documents = { rut: pdf, camara: pdf };
  const doors: Door[] = [
    {
      to: `/aplicaciones/${renewing.code.toLowerCase()}/renovar/enviar`,
      cookie: await openSession(database, renewing.actor.email),
      texts: {},
      files: { camara: pdf },
    },
    {
      to: "/aplicaciones/convenios/solicitar/enviar",
      cookie: await openSession(database, asking.email),
      texts: { agreementNumber: "CV-1" },
      files: documents,
    },
    {
      to: `/solicitudes/${filed?.number}/corregir/enviar`,
      cookie: await openSession(database, correcting.email),
      texts: { agreementNumber: "CV-1", note: "Va el RUT nuevo" },
      files: documents,
    },
    {
      to: `/consultar/r/${lookup}/reportar/enviar`,
      cookie: await openSession(database, clerk?.email ?? ""),
      texts: { key: randomUUID(), reason: "holder", words: "El valor no coincide" },
      files: {},
    },
    {
      to: "/admin/ordenes/importar/enviar",
      cookie: await openSession(database, "funcionario@caja.example"),
      texts: {},
      files: { archivo: csv },
    },
    {
      to: "/admin/convenios/importar/enviar",
      cookie: await openSession(database, "revisor@caja.example"),
      texts: {},
      files: { archivo: csv },
    },
  ];
  return { doors, end: () => closeApplications([renewing.code]) };
}
