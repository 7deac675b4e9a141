import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";

/** What happens to the value of a reversed use, depending on its order's current state. */
export function reversalHint(
  { orderState, amount }: { orderState: string; amount: number },
  t: Messages["admin"]["counter"]["undo"],
): string {
  if (orderState === "replaced") return t.toNewOrder(formatPesos(amount));
  return orderState === "annulled" ? t.toNobody : t.approveHint;
}
