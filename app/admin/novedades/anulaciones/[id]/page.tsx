import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { readUndoRequest, readUndoSeen } from "@/domain/use/decide-undo";
import { receiptNumber } from "@/domain/use/receipt-number";
import { dateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { reversalHint } from "../reversal-hint";
import { DecideForm } from "./decide-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.counter.undo.title };
}

async function UndoRequestPage({ params }: Props) {
  const grant = await requireGrant("undo.read");
  const seen = await readUndoSeen(grant, (await params).id);
  const [request, { admin }, language] = await Promise.all([
    readUndoRequest(grant, (await params).id),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!request) notFound();
  const t = admin.counter.undo;
  return (
    <Page
      title={<Unbroken text={t.decideTitle(receiptNumber(request.serial, request.usedAt))} />}
      back={{ href: "/admin/novedades/anulaciones", label: t.back }}
      width="admin"
    >
      <SummaryList
        rows={[
          { label: t.provider, value: request.providerName },
          {
            label: t.order,
            value: (
              <a href={`/admin/ordenes/${request.orderId}`}>{`${request.kindName} ${request.orderNumber}`}</a>
            ),
          },
          { label: t.amount, value: formatPesos(request.amount) },
          { label: t.used, value: dateTime(request.usedAt, language) },
          { label: t.requested, value: dateTime(request.askedAt, language) },
          { label: t.who, value: request.asker },
          { label: t.why, value: request.reason },
          // Whoever decided too late, in another tab or without scripts, reads here whose decision counts.
          ...(request.decidedAt
            ? [
                { label: t.decider, value: request.decider ?? "" },
                { label: t.decidedAt, value: dateTime(request.decidedAt, language) },
                { label: t.reason, value: request.decisionReason ?? "" },
              ]
            : []),
        ]}
      />
      {request.approved !== null ? (
        <Done>{request.approved ? t.decidedApproved : t.decidedRefused}</Done>
      ) : can(grant.actor, "use.undo") ? (
        <DecideForm
          hidden={{ requestId: request.id, seen }}
          options={[
            { value: "approve", label: t.approve, hint: reversalHint(request, t) },
            { value: "refuse", label: t.refuse, hint: t.refuseHint },
          ]}
        />
      ) : null}
    </Page>
  );
}

export default unlessDown(UndoRequestPage);
