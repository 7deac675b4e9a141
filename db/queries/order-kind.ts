import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderKinds } from "@/db/schema/order-kind";

/** The kinds that can be asked for, in the order of the form. */
export async function listOrderKinds(db: Database): Promise<{ code: string; name: string }[]> {
  return db
    .select({ code: orderKinds.code, name: orderKinds.name })
    .from(orderKinds)
    .where(eq(orderKinds.active, true))
    .orderBy(asc(orderKinds.position), asc(orderKinds.code));
}
