import { databaseFor } from "@/db/client";
import { correctRequest } from "@/db/queries/request";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { RequestDocument } from "@/model/request";

/** Sends a returned request again. @throws Refusal "request_not_correctable" when it is not returned any more */
export async function sendCorrection(
  grant: Grant<"application.request">,
  correction: {
    requestId: string;
    agreementNumber: string | null;
    note: string | null;
    rut: RequestDocument | null;
    chamber: RequestDocument | null;
  },
  client: { ip: string },
): Promise<void> {
  const done = await correctRequest(databaseFor(grant), grant, { ...correction, ip: client.ip });
  if (!done) throw new Refusal("request_not_correctable");
}
