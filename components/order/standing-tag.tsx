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

/** State of an order today. A valid one is blue, not green, because it was not compared with a paper. */
export async function OrderStandingTag({ standing }: { standing: OrderStanding }) {
  const { standings } = (await currentMessages()).admin.orders;
  return <Tag signal={signals[standing]}>{standings[standing]}</Tag>;
}
