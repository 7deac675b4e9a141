import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { readFigures } from "@/db/queries/caja-figures";
import { listRequests } from "@/db/queries/request-queue";
import { shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { authorize, can, type Permission } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { Alarms } from "./alarms";
import { WaitingOrders } from "./waiting-orders";

const OLDEST = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.today.title };
}

/** What waits today. Who may decide gets links; the others see how much there is. */
async function TodayPage() {
  const grant = await requireGrant("caja.dashboard");
  const db = databaseFor(grant);
  const decides = can(grant.actor, "request.decide");
  const [figures, queue, { admin }, language] = await Promise.all([
    readFigures(db),
    decides ? listRequests(db, { tab: "toDecide", query: "", page: 1 }) : { rows: [] },
    currentMessages(),
    currentLanguage(),
  ]);
  const { today: t, requests } = admin;
  const places: { href: string; label: string; needs: Permission }[] = [
    { href: "/admin/ordenes", label: t.findOrder, needs: "order.find" },
    { href: "/admin/proveedores", label: t.manageProviders, needs: "provider.read" },
    { href: "/admin/bitacora", label: t.readAudit, needs: "audit.read" },
    { href: "/admin/ajustes", label: t.settings, needs: "settings.edit" },
  ];
  return (
    <Page title={t.title} width="admin">
      <Alarms db={db} />
      <h2>{t.figures}</h2>
      <SummaryList
        rows={[
          { label: t.toDecide, value: formatCount(figures.toDecide) },
          { label: t.returned, value: formatCount(figures.returned) },
          {
            label: t.reports,
            value: formatCount(figures.reports),
            action: { href: "/admin/novedades", label: t.see, hidden: t.reports },
          },
          ...(can(grant.actor, "use.undo")
            ? [
                {
                  label: t.undos,
                  value: formatCount(figures.undos),
                  action: { href: "/admin/novedades/anulaciones", label: t.see, hidden: t.undos },
                },
              ]
            : []),
          { label: t.lookups, value: formatCount(figures.lookupsToday) },
          {
            label: t.orders,
            value: figures.ordersEstimated
              ? t.about(formatCount(figures.orders))
              : formatCount(figures.orders),
          },
          {
            label: t.imported,
            value: figures.ordersImportedAt
              ? shortDateTime(figures.ordersImportedAt, language)
              : t.neverImported,
          },
        ]}
      />
      {decides ? (
        <>
          <DataTable
            caption={t.oldest}
            empty={
              <Empty title={t.nothing}>
                <p>{t.nothingText}</p>
              </Empty>
            }
            columns={{
              filingNumber: requests.filingNumber,
              legalName: requests.legalName,
              nit: requests.nit,
              sent: requests.sent,
            }}
            rows={queue.rows.slice(0, OLDEST).map((request) => ({
              filingNumber: (
                <a className="tabular-nums lining-nums" href={`/admin/solicitudes/${request.filingNumber}`}>
                  {request.filingNumber}
                </a>
              ),
              legalName: request.legalName,
              nit: (
                <span className="tabular-nums lining-nums">{formatNit(request.nit, request.checkDigit)}</span>
              ),
              sent: shortDateTime(request.submittedAt, language),
            }))}
          />
          <p>
            <ButtonLink href="/admin/solicitudes" variant="outline">
              {t.seeAll}
            </ButtonLink>
          </p>
        </>
      ) : null}
      {can(grant.actor, "order.approve") ? (
        <WaitingOrders grant={authorize(grant.actor, "order.approve")} />
      ) : null}
      <h2>{t.places}</h2>
      <ul>
        {places
          .filter(({ needs }) => can(grant.actor, needs))
          .map(({ href, label }) => (
            <li key={href}>
              <a className="inline-flex min-h-11 items-center" href={href}>
                {label}
              </a>
            </li>
          ))}
      </ul>
    </Page>
  );
}

export default unlessDown(TodayPage);
