import { FactList } from "@/components/order/order-sheet";
import { SealFigure } from "@/components/ui/figures";
import { lookupCode } from "@/domain/lookup/lookup-code";
import type { Receipt } from "@/domain/use/read-receipt";
import { receiptNumber } from "@/domain/use/receipt-number";
import { dateTime } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

/**
 * All that settles a dispute: amount, number, time, place, person and affiliate. It shows the stamp unless the
 * use was undone.
 */
export async function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const [{ use }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { provider, undoneAt } = receipt;
  const row = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  const place = [receipt.branchName, receipt.counterName].filter(Boolean).join(", ");
  return (
    <section
      className={`relative mb-3 border border-t-8 border-rule bg-sheet px-4 pt-3 pb-4 ${undoneAt ? "border-t-stop-text" : "border-t-go-text"}`}
      aria-label={use.receipt}
    >
      {undoneAt ? null : (
        <div className="absolute top-2 right-2 rotate-9 @max-[18rem]:hidden [&>svg]:size-16">
          <SealFigure />
        </div>
      )}
      <FactList
        rows={[
          {
            label: use.used,
            value: formatPesos(receipt.amount),
            detail: pesosInWords(receipt.amount),
            large: true,
          },
          {
            label: use.receipt,
            value: <span className="whitespace-nowrap">{receiptNumber(receipt.serial, receipt.at)}</span>,
            digits: true,
          },
          ...row(use.when, dateTime(receipt.at, language)),
          { label: use.orderFact, value: `${receipt.kindName} ${receipt.orderNumber}`, digits: true },
          ...row(use.where, place),
          ...row(use.who, receipt.personName),
          ...(receipt.amount === receipt.value
            ? []
            : [
                ...row(use.orderValue, formatPesos(receipt.value)),
                ...row(use.left, formatPesos(receipt.balance)),
              ]),
          {
            label: use.provider,
            value: (
              <>
                {provider.name},{" "}
                <span className="whitespace-nowrap">NIT {formatNit(provider.nit, provider.checkDigit)}</span>
              </>
            ),
            digits: true,
          },
          ...row(use.lookupCode, receipt.lookupId && lookupCode(receipt.lookupId)),
          ...row(use.invoiceFact, receipt.invoice),
          ...row(use.undoneReason, receipt.undoReason),
        ]}
      />
    </section>
  );
}
