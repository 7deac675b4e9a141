import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { cajaDatabase } from "@/db/client";
import { findAgreementName } from "@/db/queries/order-draft";
import type { FoundOrder } from "@/domain/order/find-orders";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";

/** A draft as it will be printed, with the name of its business. */
export async function DraftSheet({ order }: { order: FoundOrder }) {
  const { providerNit: nit } = order;
  const [{ admin }, language, provider] = await Promise.all([
    currentMessages(),
    currentLanguage(),
    nit ? findAgreementName(cajaDatabase(), nit) : null,
  ]);
  const t = admin.orders;
  return (
    <div className="max-w-2xl">
      <OrderSheet
        title={t.sheet}
        kind={order.kindName}
        numberLabel={t.orderNumber}
        number={t.noNumber}
        rows={[
          ...orderRows(order, t, language),
          {
            label: t.provider,
            value: nit ? `${formatNit(nit, nitCheckDigit(nit))} · ${provider ?? ""}` : t.anyProvider,
          },
        ]}
      />
    </div>
  );
}
