import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Grant } from "@/model/access";

/** The receipt of a use of the grant's own provider; null for anybody else's. Amounts are whole pesos. */
export async function readReceipt(grant: Grant<"order.look_up">, id: string, counterId: string | null) {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await call(databaseFor(grant), "read_use", {
    use: id,
    provider: grant.actor.provider.id,
    person: grant.actor.personId,
    counter: counterId,
  });
  if (!row) return null;
  const { number, providerName, providerNit, providerDigit, ...rest } = row;
  return {
    ...rest,
    orderNumber: number,
    provider: { name: providerName, nit: providerNit, checkDigit: providerDigit },
  };
}

/** The receipt as its own provider reads it. */
export type Receipt = NonNullable<Awaited<ReturnType<typeof readReceipt>>>;
