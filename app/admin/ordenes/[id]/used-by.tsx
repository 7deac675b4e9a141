import type { UseOfOrder } from "@/db/queries/order-use";
import { receiptNumber } from "@/domain/use/receipt-number";
import { dateTime, longDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { sentence } from "@/lib/format/sentence";
import { currentLanguage, currentMessages } from "@/messages";
import { usesOf } from "./uses-of";

/** Who used the order and when: the answer to what most callers ask. Nothing for an order that nobody used. */
export async function UsedBy({ orderId, value }: { orderId: string; value: number }) {
  const [uses, { admin, settlement }, language] = await Promise.all([
    usesOf(orderId),
    currentMessages(),
    currentLanguage(),
  ]);
  if (uses.length === 0) return null;
  const t = admin.orders.usedBy;
  return (
    <ul className="mb-4 max-w-none border-l-6 border-link bg-indigo-soft px-4 py-3">
      {uses.map((use) => (
        <li key={use.id}>
          <p className="m-0 text-lg font-bold">
            {use.provider
              ? t.provider(dateTime(use.at, language), formatPesos(use.amount), use.amount < value)
              : t.core(formatPesos(use.amount), use.coreUsedOn && longDate(use.coreUsedOn, language))}
            {use.provider ? (
              <>
                {" "}
                <a href={`/admin/proveedores/${use.provider.id}`}>{use.provider.name}</a>
                {restOf(use, use.provider.name)}
              </>
            ) : null}
          </p>
          <p className="m-0">
            {use.provider
              ? [
                  use.person ? t.person(use.person) : "",
                  t.receipt(receiptNumber(use.serial, use.at)),
                  use.saleInvoice ? t.saleInvoice(use.saleInvoice) : "",
                  t.payment(settlement.states[use.state ?? "open"], use.invoice),
                ]
                  .filter(Boolean)
                  .join(" ")
              : t.coreFile(dateTime(use.at, language), use.coreUsedOn !== null)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What follows the provider's name, to the end of the sentence. */
function restOf({ branch, counter }: UseOfOrder, name: string): string {
  const places = [branch, counter].map((place) => (place ? `, ${place}` : "")).join("");
  return sentence(`${name}${places}`).slice(name.length);
}
