import { z } from "zod";
import { databaseFor } from "@/db/client";
import { findUse, type Receipt } from "@/db/queries/receipt";
import type { Grant } from "@/model/access";

/** The receipt of a use of the grant's own provider; null for anybody else's. */
export async function readReceipt(
  grant: Grant<"order.look_up">,
  id: string,
  counterId: string | null,
): Promise<Receipt | null> {
  return z.uuid().safeParse(id).success ? findUse(databaseFor(grant), grant, id, counterId) : null;
}
