import { notFound } from "next/navigation";
import { cache } from "react";
import { requireGrant } from "@/app/_server/auth/session";
import { readProof } from "@/domain/proof/read-proof";
import { publicAddress } from "@/lib/mail/address";

/** A proof of this provider with its public address. Cached per request. */
export const proofOf = cache(async (id: string) => {
  const grant = await requireGrant("order.look_up");
  const proof = (await readProof(grant, id)) ?? notFound();
  return { ...proof, address: publicAddress(`/c/${proof.name}`) };
});
