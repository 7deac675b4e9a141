import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { PRACTICE_KIND, type PracticeOrder, practicePaper } from "@/domain/practice/practice";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";

/** Draws the paper that the person holds, which can differ from what the caja registered. */
export function PracticePaper({
  order,
  messages: { counter, practice },
  language,
  now,
}: {
  order: PracticeOrder;
  messages: Messages;
  language: Language;
  now: Date;
}) {
  return (
    <OrderSheet
      id="papel-titulo"
      title={practice.sheetTitle}
      kind={PRACTICE_KIND}
      numberLabel={counter.sheetNumber}
      number={order.number}
      rows={orderRows(
        practicePaper(order, now),
        { ...counter, valueHidden: practice.unreadableValue },
        language,
      )}
    />
  );
}
