import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";

/** What becomes of the value of a use that is taken back: it depends on where its order stands by now. */
export function reversalHint(
  { orderState, amount }: { orderState: string; amount: number },
  t: Messages["admin"]["counter"]["undo"],
): string {
  if (orderState === "replaced") return t.toNewOrder(formatPesos(amount));
  return orderState === "annulled" ? t.toNobody : t.approveHint;
}
