import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { readUndoRequests } from "@/domain/use/decide-undo";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";

const PATH = "/admin/novedades/anulaciones";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.counter.undo.title };
}

type Props = { searchParams: Promise<{ pagina?: string | string[]; anulado?: string | string[] }> };

async function UndoRequestsPage({ searchParams }: Props) {
  const grant = await requireGrant("undo.read");
  const { pagina, anulado } = await searchParams;
  const wantedPage = queryPage(pagina);
  const [{ requests, total, page, pages }, { admin }, language] = await Promise.all([
    readUndoRequests(grant, wantedPage),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.counter.undo;
  return (
    <Page title={t.title} back={{ href: "/admin/novedades", label: admin.reports.title }} width="admin">
      {anulado === "1" ? <Done>{t.decidedApproved}</Done> : null}
      <p>{t.intro}</p>
      {total > 0 ? (
        <p className="tabular-nums lining-nums" role="status">
          <b>{t.waiting(formatCount(total))}</b>
        </p>
      ) : null}
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{
          receipt: t.receipt,
          provider: t.provider,
          order: t.order,
          amount: { label: t.amount, numeric: true },
          requestedAt: t.requested,
        }}
        rows={requests.map((request) => ({
          receipt: <a href={`${PATH}/${request.id}`}>{receiptNumber(request.serial, request.usedAt)}</a>,
          provider: request.providerName,
          order: `${request.kindName} ${request.orderNumber}`,
          amount: formatPesos(request.amount),
          requestedAt: shortDateTime(request.askedAt, language),
        }))}
      />
      <Pages of="undos" at={(change) => pathWith(PATH, change)} page={page} pages={pages} />
    </Page>
  );
}

export default unlessDown(UndoRequestsPage);
