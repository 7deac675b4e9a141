import "server-only";
import { cache } from "react";
import { cajaDatabase } from "@/db/client";
import { listUsesOf } from "@/db/queries/order-use";

/** The uses of an order, asked once a page: its first line and its life both tell of them. */
export const usesOf = cache((orderId: string) => listUsesOf(cajaDatabase(), [orderId]));
