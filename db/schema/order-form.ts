import { pgTable, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";

/** The form of an order that is not whole yet, sealed: one a person, gone when it becomes a draft. */
export const orderForms = pgTable("order_form", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => persons.id),
  /** The order that it is to become, which is no row yet; null in rows of before. */
  orderId: uuid("order_id"),
  answers: bytea().notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});
