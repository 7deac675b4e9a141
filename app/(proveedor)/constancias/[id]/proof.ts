import { notFound } from "next/navigation";
import { cache } from "react";
import { readProof } from "@/domain/proof/read-proof";
import { requireGrant } from "@/lib/auth/session";
import { publicAddress } from "@/lib/mail/address";

/** A proof of this provider's with its public address; read once a request. */
export const proofOf = cache(async (id: string) => {
  const grant = await requireGrant("order.look_up");
  const proof = (await readProof(grant, id)) ?? notFound();
  return { ...proof, address: publicAddress(`/c/${proof.name}`) };
});
