import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { RequestDocument } from "@/model/request";

/** Sends a returned request again. @throws Refusal "request_not_correctable" when it is not returned any more */
export async function sendCorrection(
  grant: Grant<"application.request">,
  {
    requestId,
    rut,
    chamber,
    ...rest
  }: {
    requestId: string;
    agreementNumber: string | null;
    note: string | null;
    rut: RequestDocument | null;
    chamber: RequestDocument | null;
  },
  client: { ip: string },
): Promise<void> {
  const { personId: person, provider } = grant.actor;
  const outcome = await call(databaseFor(grant), "send_correction", {
    request: requestId,
    provider: provider.id,
    person,
    ...rest,
    rutName: rut?.name ?? null,
    rutType: rut?.type ?? null,
    rut: rut?.content ?? null,
    chamberName: chamber?.name ?? null,
    chamberType: chamber?.type ?? null,
    chamber: chamber?.content ?? null,
    ip: client.ip,
  });
  requireDone("correct_request_outcome", outcome);
}
