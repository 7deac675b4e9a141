import { notFound } from "next/navigation";
import { cache } from "react";
import { requireGrant } from "@/app/_server/auth/session";
import { readProof } from "@/domain/proof/read-proof";
import { publicAddress } from "@/lib/mail/address";
import { lookUpGrant } from "@/model/access";

/** A proof of this provider with its public address and where its name is typed. Cached per request. */
export const proofOf = cache(async (id: string) => {
  const grant = await requireGrant("counter.work");
  const proof = (await readProof(lookUpGrant(grant), id)) ?? notFound();
  const { host, pathname } = new URL(publicAddress("/verificar"));
  return { ...proof, address: publicAddress(`/c/${proof.name}`), checkedAt: `${host}${pathname}` };
});
