import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderForms } from "@/db/schema/order-form";
import type { Grant } from "@/model/access";

/** What this person left unfinished, sealed, or null. */
export async function findOrderForm(db: Database, { actor }: Grant<"order.issue">) {
  const [row] = await db
    .select({ answers: orderForms.answers, updatedAt: orderForms.updatedAt })
    .from(orderForms)
    .where(eq(orderForms.personId, actor.personId));
  return row ?? null;
}
