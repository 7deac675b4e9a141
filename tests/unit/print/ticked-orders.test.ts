import { expect, test } from "vitest";
import { TickedOrders } from "@/domain/print/schema";

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `11111111-1111-4111-8111-${String(at).padStart(12, "0")}`);

test("a page ticks one to a hundred orders, and one that is ticked twice counts once", () => {
  expect(TickedOrders.parse([...ids(2), ...ids(1)])).toEqual(ids(2));
  expect(TickedOrders.parse([...ids(100), ...ids(100)])).toEqual(ids(100));
  for (const ticked of [[], ids(101), ["x"]]) expect(TickedOrders.safeParse(ticked).success).toBe(false);
});
