import { Tag, type TagSignal } from "@/components/ui/tag";
import type { OrderStanding } from "@/model/order-list";

const signals: Record<OrderStanding, TagSignal> = {
  current: "info",
  used: "stop",
  annulled: "stop",
  expired: "stop",
  not_yet: "warn",
  blocked: "warn",
  replaced: "stop",
  draft: "plain",
};

/** What an order is worth today. Blue, not green: nobody compared it with a paper here. */
export function OrderStandingTag({
  standing,
  words,
}: {
  standing: OrderStanding;
  words: Readonly<Record<OrderStanding, string>>;
}) {
  return <Tag signal={signals[standing]}>{words[standing]}</Tag>;
}
