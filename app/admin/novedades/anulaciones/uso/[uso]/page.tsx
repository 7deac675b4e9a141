import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { readObjectedUse, readUseSeen } from "@/domain/use/decide-undo";
import { receiptNumber } from "@/domain/use/receipt-number";
import { dateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { reversalHint } from "../../reversal-hint";
import { UndoForm } from "./undo-form";

type Props = { params: Promise<{ uso: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.counter.undo.objected.title };
}

/** The caja reverses a use that it objected to, without a request of the provider. */
async function ObjectedUsePage({ params }: Props) {
  const grant = await requireGrant("use.undo");
  const { uso } = await params;
  const seen = await readUseSeen(grant, uso);
  const [use, { admin }, language] = await Promise.all([
    readObjectedUse(grant, uso),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!use) notFound();
  if (use.requestId) redirect(`/admin/novedades/anulaciones/${use.requestId}`);
  const t = admin.counter.undo;
  return (
    <Page
      title={<Unbroken text={t.decideTitle(receiptNumber(use.serial, use.usedAt))} />}
      back={{
        href: `/admin/liquidacion/${use.providerId}?estado=objected`,
        label: t.objected.back,
      }}
      width="admin"
    >
      <SummaryList
        rows={[
          { label: t.provider, value: use.providerName },
          {
            label: t.order,
            value: <a href={`/admin/ordenes/${use.orderId}`}>{`${use.kindName} ${use.orderNumber}`}</a>,
          },
          { label: t.amount, value: formatPesos(use.amount) },
          { label: t.used, value: dateTime(use.usedAt, language) },
          { label: t.objected.why, value: use.objection },
        ]}
      />
      <p>{reversalHint(use, t)}</p>
      <UndoForm hidden={{ useId: uso, seen }} />
    </Page>
  );
}

export default unlessDown(ObjectedUsePage);
