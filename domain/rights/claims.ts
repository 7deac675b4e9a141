import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import type { CajaActor } from "@/model/access";
import { idSpellings } from "@/model/identity/identity-document";
import { rightsIdIndex } from "./sealed-fields";

/** The claims under way about the data of somebody with this ID number; whoever sees these is told of them. */
export function readOpenClaims(actor: CajaActor, idNumber: string) {
  const indexes = idSpellings(idNumber).map((spelling) => rightsIdIndex(spelling).toString("base64"));
  return call(cajaDatabase(), "open_claims", { actor: actor.personId, indexes });
}
