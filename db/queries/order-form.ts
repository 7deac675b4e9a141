import { eq, sql } from "drizzle-orm";
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

/** Keeps it, or forgets it with null. "done" or "not_allowed". */
export async function keepOrderForm(
  db: Database,
  { actor }: Grant<"order.issue">,
  answers: Buffer | null,
): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(
    sql`select keep_order_form(${actor.personId}::uuid, ${answers}) as outcome`,
  );
  return row?.outcome ?? "not_allowed";
}
