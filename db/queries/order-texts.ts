import { orders } from "@/db/schema/order";
import { mapTexts } from "@/model/order-field";

/** The text fields of an order, for a select of the table of orders. */
export const orderTexts = mapTexts((name) => orders[name]);
