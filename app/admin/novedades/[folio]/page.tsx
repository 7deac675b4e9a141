import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { openOrder } from "@/domain/order/find-orders";
import { readReport, readReportSeen } from "@/domain/report/read-report";
import { dateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { currentLanguage, currentMessages } from "@/messages";
import { authorize, can } from "@/model/access";
import { actionsAfterReport, reportOutcomes } from "@/model/report";
import { patternsOf } from "../patterns";
import { DecideForm } from "./decide-form";
import { OrderRecord } from "./order-record";
import { ReportSection } from "./report-details";

type Props = { params: Promise<{ folio: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ folio }, { report }] = await Promise.all([params, currentMessages()]);
  return { title: report.pageTitle(folio) };
}

/** The merchant's report beside the caja's record, then the decision. */
async function ReportDeskPage({ params }: Props) {
  const grant = await requireGrant("report.read");
  const { folio } = await params;
  const seen = await readReportSeen(grant, folio);
  const filed = await readReport(grant, folio);
  if (!filed) notFound();
  const [found, { admin, report }, language] = await Promise.all([
    filed.orderId
      ? openOrder(authorize(grant.actor, "order.find"), filed.orderId, await currentClient())
      : null,
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.reports;
  const patterns = patternsOf(filed, t);
  const order = found?.order;
  const actions = actionsAfterReport(order ? { state: order.state, held: filed.holds } : null);
  return (
    <Page
      title={<Unbroken text={report.pageTitle(filed.folio)} />}
      back={{ href: "/admin/novedades", label: t.back }}
      width="admin"
    >
      {filed.outcome && filed.action ? (
        <Note title={t.decided}>
          <SummaryList
            rows={[
              { label: t.outcome, value: t.outcomes[filed.outcome].label },
              { label: t.answer, value: <span className="whitespace-pre-line">{filed.answer}</span> },
              ...(filed.orderId ? [{ label: t.orderAction, value: t.actions[filed.action].label }] : []),
              ...(filed.decider ? [{ label: t.decider, value: filed.decider }] : []),
              ...(filed.decidedAt ? [{ label: t.closed, value: dateTime(filed.decidedAt, language) }] : []),
            ]}
          />
        </Note>
      ) : null}
      {filed.withdrawnAt ? (
        <Note title={t.withdrawn}>
          <p>{t.withdrawnOn(dateTime(filed.withdrawnAt, language))}</p>
        </Note>
      ) : null}
      {patterns.length > 0 ? (
        <Note title={t.pattern}>
          {patterns.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      ) : null}
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <ReportSection report={filed} />
        <OrderRecord found={found} />
      </div>
      {filed.outcome || filed.withdrawnAt ? null : can(grant.actor, "report.handle") ? (
        <section aria-labelledby="decidir">
          <h2 id="decidir">{t.decide}</h2>
          {filed.otherHolds > 0 ? <p>{t.otherHolds(filed.otherHolds)}</p> : null}
          {order && order.balance < order.value && actions.includes("annul") ? (
            <p>
              {admin.life.annul.rest(formatPesos(order.balance), formatPesos(order.value - order.balance))}
            </p>
          ) : null}
          <DecideForm
            hidden={{ folio: filed.folio, seen }}
            outcomes={reportOutcomes.map((value) => ({ value, ...t.outcomes[value] }))}
            actions={actions.map((value) => ({ value, ...t.actions[value] }))}
          />
        </section>
      ) : (
        <p className="text-hint text-ink-soft">{t.readOnly}</p>
      )}
    </Page>
  );
}

export default unlessDown(ReportDeskPage);
