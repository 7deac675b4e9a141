import { type OrderAction, orderActions } from "@/domain/order/life";
import type { OrderState } from "@/model/order-state";

type Rule = { from: readonly OrderState[]; to: readonly OrderState[]; byCore?: true };
const rules = Object.entries(orderActions) as [OrderAction, Rule][];

/**
 * Whether any action moves an order from one state to another. `byCore`: the core put it into its present
 * state.
 */
export function mayMove(from: OrderState, to: OrderState, byCore: boolean): boolean {
  return (
    from !== to &&
    rules.some(
      ([action, rule]) =>
        rule.from.includes(from) &&
        rule.to.includes(to) &&
        !(rule.byCore && !byCore) &&
        // An extension keeps the state, so its two states are no transition.
        action !== "extend",
    )
  );
}
