import { sql } from "drizzle-orm";
import { orderFields, textFields } from "@/model/order-field";

/** The text fields of an order `o`, each by its name. */
export const selectTexts = sql.join(
  textFields.map((name) => sql`o.${sql.identifier(orderFields[name].column)} as ${sql.identifier(name)}`),
  sql`, `,
);
