"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { LookupIdInput } from "@/domain/lookup/schema";
import { giveLookupProof, giveUseProof } from "@/domain/proof/give-proof";
import { GiveProofInput } from "@/domain/proof/schema";
import { claimBeforeUse } from "@/domain/use/use-order";
import { lookUpGrant } from "@/model/access";

export const giveProofAction = action(
  { needs: "counter.work", input: GiveProofInput },
  async (grant, of, client) => {
    const id =
      "useId" in of
        ? await giveUseProof(lookUpGrant(grant), of.useId, client)
        : await giveLookupProof(lookUpGrant(grant), of.lookupId, client);
    redirect(id ? `/constancias/${id}` : "/consultar");
  },
);

export const claimAction = action(
  { needs: "order.use", input: LookupIdInput },
  async (grant, { lookupId }, client) => {
    const held = await claimBeforeUse(grant, lookupId, client);
    redirect(`/consultar/r/${lookupId}${held ? "/usar" : ""}`);
  },
);
