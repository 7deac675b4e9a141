import { Tag, type TagSignal } from "@/components/ui/tag";
import { currentMessages } from "@/messages";
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
export async function OrderStandingTag({ standing }: { standing: OrderStanding }) {
  const { standings } = (await currentMessages()).admin.orders;
  return <Tag signal={signals[standing]}>{standings[standing]}</Tag>;
}
