import { publicDatabase } from "@/db/client";
import { listNumberShapes } from "@/db/queries/lookup";
import { listOrderKinds } from "@/db/queries/order-kind";
import { Cached, invalidate } from "@/lib/cache";

const KINDS = "order_kind";
const SERIES = "order_series";

// Not longer, because the list of kinds also depends on orders and the date.
const ages = { listening: 60_000, otherwise: 5_000 };

const kinds = new Cached([KINDS], ages, () => listOrderKinds(publicDatabase()));
const shapes = new Cached([KINDS, SERIES], ages, () => listNumberShapes(publicDatabase()));

/** `listOrderKinds`, cached in the process until a kind changes, a minute at most. */
export const currentOrderKinds = () => kinds.get();

/** `listNumberShapes`, cached the same way. */
export const currentNumberShapes = () => shapes.get();

/** Clears the cache after an edit. */
export function invalidateOrderKinds(): void {
  invalidate(KINDS);
}
