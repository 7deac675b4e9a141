import type { Channel } from "@/model/notify";

/**
 * Events and their channels. A link that opens an account or proves an address goes by e-mail only, since it
 * proves that address.
 */
export const events = {
  "registration.confirm": ["mail"],
  "password.link": ["mail"],
  "password.notice": ["mail"],
  "factor.notice": ["mail"],
  "account.device": ["mail"],
  "account.email": ["mail"],
  "account.ended": ["mail"],
  invitation: ["mail"],
  request: ["mail"],
  "provider.standing": ["mail"],
  "provider.corrected": ["mail"],
  "provider.bank_account": ["mail"],
  "provider.renewal": ["mail"],
  "provider.owner": ["mail"],
  rights: ["mail"],
  "report.filed": ["mail"],
  "report.withdrawn": ["mail"],
  "report.decided": ["mail"],
  "order.undo_decided": ["mail"],
  "use.taken_back": ["mail"],
  "use.objected": ["mail"],
  "payment.approved": ["mail"],
  "payment.reversed": ["mail"],
  "orders.stale": ["mail"],
  "agreement.ends": ["mail"],
  "agreements.end": ["mail"],
  "desk.request": ["mail"],
  "desk.correction": ["mail"],
  "desk.undo": ["mail"],
  "desk.approval": ["mail"],
  "desk.payment": ["mail"],
  "desk.rights": ["mail"],
  "desk.overdue": ["mail"],
  "desk.digest": ["mail"],
  "audit.head": ["mail"],
} as const satisfies Record<string, readonly [Channel, ...Channel[]]>;

export type Event = keyof typeof events;
