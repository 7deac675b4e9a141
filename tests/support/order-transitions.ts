import { type OrderAction, orderActions } from "@/domain/order/life";
import type { OrderState } from "@/model/order-state";

type Rule = { from: readonly OrderState[]; to: readonly OrderState[]; byCore?: true };
const rules = Object.entries(orderActions) as [OrderAction, Rule][];

/** Whether any action moves an order so. `byCore`: the core, and nobody else, put it where it is. */
export function mayMove(from: OrderState, to: OrderState, byCore: boolean): boolean {
  return (
    from !== to &&
    rules.some(
      ([action, rule]) =>
        rule.from.includes(from) &&
        rule.to.includes(to) &&
        !(rule.byCore && !byCore) &&
        // Extending keeps the state; its two states do not lead to each other.
        action !== "extend",
    )
  );
}
