import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FormMessage } from "@/components/form/form-message";
import { databaseFor } from "@/db/client";
import { findPrinting } from "@/db/queries/print";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { lastPaperSize } from "../last-paper-size";
import { PrintForm } from "../print-form";
import { PrintNow } from "./print-now";

type Props = {
  orderId: string;
  refusal: string;
  /** It came in a file. */
  imported: boolean;
  /** It was issued to be printed at once. */
  now?: boolean;
};

/**
 * How often the order was printed, and a button to print it until it is delivered. What the core printed is printed
 * here only by who asks for another paper.
 */
export const PrintSection = unlessDown(async ({ orderId, refusal, imported, now = false }: Props) => {
  const grant = await requireGrant("order.find");
  const [printing, { admin, common }, language] = await Promise.all([
    findPrinting(databaseFor(grant), orderId),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!printing) return null;
  const { prints, printedAt, waits, delivered } = printing;
  const t = admin.print;
  const mayPrint = waits && can(grant.actor, "order.print");
  const opens = now && mayPrint && prints === 0;
  const refusals: Readonly<Record<string, string>> = common.refusals;
  const form = (
    <PrintForm action={`/admin/ordenes/${orderId}/imprimir`} submit={prints > 0 ? t.reprint : t.print} />
  );
  return (
    <section aria-labelledby="papel">
      <h2 id="papel">{t.heading}</h2>
      {Object.hasOwn(refusals, refusal) ? <FormMessage>{refusals[refusal]}</FormMessage> : null}
      {opens ? (
        <>
          <p className="noscript:hidden" role="status">
            {t.printing}
          </p>
          <PrintNow
            action={`/admin/ordenes/${orderId}/imprimir`}
            param="imprimir"
            size={await lastPaperSize()}
            title={t.frame}
          />
        </>
      ) : (
        <p>
          {printedAt ? t.printed(prints, dateTime(printedAt, language)) : imported ? t.fromFile : t.never}
        </p>
      )}
      {delivered ? <p>{t.lost}</p> : null}
      {mayPrint && imported && prints === 0 ? (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
            {t.printAnother}
          </summary>
          {form}
        </details>
      ) : mayPrint ? (
        form
      ) : null}
    </section>
  );
});
