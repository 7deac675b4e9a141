import { unlessDown } from "@/app/_server/http/unless-down";
import { DataTable } from "@/components/ui/table";
import { readOpenWork } from "@/domain/caja/people";
import { paymentNumber } from "@/domain/payment/payment-number";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";

const imports = { orders: "/admin/ordenes/importar", agreements: "/admin/convenios/importar" };

/**
 * What a person began and nobody has ended, each with the page on which somebody else ends it. It is read before the
 * access ends, and afterwards. Empty without any.
 */
export const OpenWork = unlessDown(
  async ({
    grant,
    person,
    ended,
  }: {
    grant: Grant<"people.manage">;
    person: string;
    /** Whether the access has ended: a draft is taken over from then on, where all of them stand. */
    ended: boolean;
  }) => {
    const [work, { admin }, language] = await Promise.all([
      readOpenWork(grant, person),
      currentMessages(),
      currentLanguage(),
    ]);
    const t = admin.people.work;
    const rows = [
      ...work.drafts.map(({ id, since }) => ({
        since,
        what: <a href={ended ? "/admin/ordenes#de-quien-no-esta" : `/admin/ordenes/${id}`}>{t.draft}</a>,
        who: t.draftWho,
      })),
      ...work.changes.map(({ id, since, number }) => ({
        since,
        what: <a href={`/admin/ordenes/${id}`}>{t.change(number ?? "")}</a>,
        who: t.changeWho,
      })),
      ...work.imports.map(({ id, since, subject, file }) => ({
        since,
        what: <a href={`${imports[subject]}/${id}`}>{t.importOf(file)}</a>,
        who: subject === "orders" ? t.importWho : t.agreementsWho,
      })),
      ...work.runs.map(({ id, since, serial }) => ({
        since,
        what: <a href={`/admin/liquidacion/pagos/${id}`}>{t.payment(paymentNumber(serial, since))}</a>,
        who: t.paymentWho,
      })),
      ...work.reviews.map(({ filingNumber, since }) => ({
        since,
        what: <a href={`/admin/solicitudes/${filingNumber}`}>{t.review(filingNumber)}</a>,
        who: t.reviewWho,
      })),
      ...work.accounts.map(({ id, since, legalName }) => ({
        since,
        what: <a href={`/admin/proveedores/${id}/cuenta`}>{t.account(legalName)}</a>,
        who: t.accountWho,
      })),
    ].toSorted((one, other) => one.since.getTime() - other.since.getTime());
    if (rows.length === 0) return null;
    return (
      <section aria-labelledby="pendiente">
        <h2 id="pendiente">{t.title}</h2>
        <p>{t.text}</p>
        <DataTable
          caption={t.caption}
          empty=""
          columns={{ what: t.what, since: { label: t.since, firm: true }, who: t.who }}
          rows={rows.map(({ since, ...row }) => ({ ...row, since: shortDateTime(since, language) }))}
        />
      </section>
    );
  },
);
