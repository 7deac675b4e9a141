import "server-only";
import { databaseFor } from "@/db/client";
import { findFilingNumber } from "@/db/queries/request-queue";
import type { Grant } from "@/domain/access";

/** The page of a request, or the queue when there is none. */
export async function pageOf(grant: Grant<"request.decide">, requestId: string): Promise<string> {
  const filingNumber = await findFilingNumber(databaseFor(grant), requestId);
  return filingNumber ? `/admin/solicitudes/${filingNumber}` : "/admin/solicitudes";
}
