import "server-only";
import { databaseFor } from "@/db/client";
import { findFilingNumber } from "@/db/queries/request-desk";
import type { Grant } from "@/model/access";
import { deskPath, QUEUE_PATH } from "./address";

/** The address of a request's desk, with the filters of the list that it was opened from. */
export async function deskOf(grant: Grant<"request.decide">, requestId: string, list = ""): Promise<string> {
  const filingNumber = await findFilingNumber(databaseFor(grant), requestId);
  return filingNumber ? deskPath(filingNumber, list) : QUEUE_PATH;
}
