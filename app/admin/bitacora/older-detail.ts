import { filterParams, readFilters } from "@/app/admin/_orders/list-address";
import type { AuditLine } from "@/db/queries/audit";
import { setOrderFilters } from "@/model/order-list";

const params: readonly string[] = Object.values(filterParams);

/**
 * Details of an event in today's codes. Earlier versions stored the filters of a list by their names in the
 * address. Events are never rewritten, so those are translated for display.
 */
export function currentDetail({ detail }: Pick<AuditLine, "detail">): AuditLine["detail"] {
  const { filters } = detail;
  if (typeof filters !== "object" || filters === null) return detail;
  const older: Readonly<Record<string, unknown>> = { ...filters };
  if (!Object.keys(older).some((name) => params.includes(name))) return detail;
  return { ...detail, filters: setOrderFilters(readFilters((param) => older[param])) };
}
