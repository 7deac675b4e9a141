import { randomUUID } from "node:crypto";
import { cajaDatabase } from "@/db/client";
import { findFirstOfficial } from "@/db/queries/caja-official";
import { listPrintable, type PrintQuery } from "@/db/queries/print";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import type { CajaActor } from "@/model/access";

const MOST_SHOWN = 25;

/** The orders of the demonstration that may go to paper, with what is typed of them. */
export async function listDemoPapers() {
  const filter: PrintQuery = {
    kindCode: "",
    office: "",
    also: "printed",
    from: "file",
    day: "",
    draftedBy: null,
  };
  const orders = await listPrintable(cajaDatabase(), filter, MOST_SHOWN);
  return orders.map(({ id, kindName, number, value, affiliateIdSealed, affiliateNameSealed }) => ({
    id,
    kindName,
    number,
    value,
    affiliateId: unseal(affiliateIdSealed, affiliateIdPlace(id)),
    affiliateName: unseal(affiliateNameSealed, affiliateNamePlace(id)),
  }));
}

/** Papers of the demonstration are printed in the name of its officer, as the desk would do it; null without one. */
export async function demoPrinter(): Promise<CajaActor | null> {
  const officer = await findFirstOfficial(cajaDatabase(), "officer");
  return officer && { kind: "caja", role: "officer", sessionId: randomUUID(), ...officer };
}
