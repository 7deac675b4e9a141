import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { DataTable } from "@/components/ui/table";
import { readUndoRequests } from "@/domain/order/decide-undo";
import { receiptNumber } from "@/domain/order/receipt-number";
import { requireGrant } from "@/lib/auth/session";
import { shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.counter.undo.title };
}

export default async function UndoRequestsPage() {
  const grant = await requireGrant("use.undo");
  const [requests, { admin }, language] = await Promise.all([
    readUndoRequests(grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.counter.undo;
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={[
          { key: "receipt", label: t.receipt },
          { key: "provider", label: t.provider },
          { key: "order", label: t.order },
          { key: "amount", label: t.amount, numeric: true },
          { key: "asked", label: t.asked },
        ]}
        rows={requests.map((request) => ({
          receipt: (
            <a href={`/admin/novedades/anulaciones/${request.id}`}>
              {receiptNumber(request.serial, request.usedAt)}
            </a>
          ),
          provider: request.providerName,
          order: `${request.kindName} ${request.orderNumber}`,
          amount: formatPesos(request.amount),
          asked: shortDateTime(request.askedAt, language),
        }))}
      />
    </Page>
  );
}
