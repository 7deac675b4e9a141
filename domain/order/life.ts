import { type Actor, can, type Permission } from "@/model/access";
import type { OrderState } from "@/model/order-state";

type Rule = {
  from: readonly OrderState[];
  /** The state after it; more than one where it goes back to where it came from. */
  to: readonly OrderState[];
  /** The permission that the transition needs; null when no person makes it, but a provider's use or an import. */
  needs: Permission | null;
  /** Restricts the transition to the person who drafted the order, or to anyone else. */
  who?: "drafter" | "another";
  /** Restricts the transition to drafts that wait for approval, or to those that do not. */
  waiting?: boolean;
  /** Forbids the transition after the order's last day. Expired is no state: it follows from the clock. */
  unexpired?: true;
  /** Only what the core itself did to the order; what a person or a provider did stays. */
  byCore?: true;
};

const current = ["issued", "delivered"] as const;

/**
 * State machine of an order: the transitions and who may make them. db/functions/order.sql enforces the same
 * transitions.
 */
export const orderActions = {
  edit: { from: ["draft"], to: ["draft"], needs: "order.issue", who: "drafter" },
  ask: { from: ["draft"], to: ["draft"], needs: "order.issue", who: "drafter", waiting: false },
  issue: { from: ["draft"], to: ["issued"], needs: "order.issue", who: "drafter" },
  discard: { from: ["draft"], to: ["annulled"], needs: "order.issue", who: "drafter" },
  approve: { from: ["draft"], to: ["issued"], needs: "order.approve", who: "another", waiting: true },
  send_back: { from: ["draft"], to: ["draft"], needs: "order.approve", who: "another", waiting: true },
  deliver: { from: ["issued"], to: ["delivered"], needs: "order.change", unexpired: true },
  extend: { from: current, to: current, needs: "order.change" },
  replace: { from: current, to: ["replaced"], needs: "order.change", unexpired: true },
  /** Also for an order in review: each reason is a hold of its own that ends separately. */
  block: { from: [...current, "blocked"], to: ["blocked"], needs: "order.change" },
  unblock: { from: ["blocked"], to: current, needs: "order.change" },
  /** End of a review, when the core has voided the order or used it up meanwhile. */
  unblock_to_core: { from: ["blocked"], to: ["annulled", "used"], needs: null, byCore: true },
  /** Annulling is final. The balance of a partly used order is lost with it. */
  annul: { from: [...current, "blocked"], to: ["annulled"], needs: "order.annul" },
  /** The core could restore an order that it annulled; a person's annulment prevents that. */
  annul_here: { from: ["annulled"], to: ["annulled"], needs: "order.annul", byCore: true },
  /** By a provider's counter, and its undo: db/functions/use.sql. */
  use: { from: current, to: ["used"], needs: "order.use", unexpired: true },
  undo: { from: ["used"], to: ["delivered"], needs: "order.use" },
  /** The core reverts its own state by a file: db/functions/import_orders.sql. */
  revive: { from: ["annulled"], to: [...current, "used"], needs: null, byCore: true },
  unuse: { from: ["used"], to: [...current, "annulled"], needs: null, byCore: true },
} as const satisfies Record<string, Rule>;
export type OrderAction = keyof typeof orderActions;

const rules: readonly (readonly [OrderAction, Rule])[] = Object.entries(orderActions) as [
  OrderAction,
  Rule,
][];

export type LivingOrder = {
  state: OrderState;
  /** Whether its last day is over, by the database's clock. */
  expired: boolean;
  /** The person who drafted it; null when it came in a file. */
  draftedBy: string | null;
  waiting: boolean;
  /** The core used it up or voided it, and nobody here did. */
  byCore: boolean;
};

/** The transitions that this person may make now. */
export function allowedActions(actor: Actor, order: LivingOrder): OrderAction[] {
  return rules
    .filter(
      ([, rule]) =>
        rule.needs !== null &&
        can(actor, rule.needs) &&
        rule.from.includes(order.state) &&
        (rule.who === undefined || (rule.who === "drafter") === (order.draftedBy === actor.personId)) &&
        (rule.waiting === undefined || rule.waiting === order.waiting) &&
        !(rule.byCore && !order.byCore) &&
        !(rule.unexpired && order.expired),
    )
    .map(([action]) => action);
}
