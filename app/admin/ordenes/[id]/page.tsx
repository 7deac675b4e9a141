import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { orderRows } from "@/components/order/order-rows";
import { OrderSheet } from "@/components/order/order-sheet";
import { OrderStandingTag } from "@/components/order/standing-tag";
import { Done } from "@/components/ui/done";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { cajaDatabase } from "@/db/client";
import { listHolds } from "@/db/queries/order-hold";
import { shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { can } from "@/model/access";
import { formatIdNumber } from "@/model/identity/format";
import { ClaimNote } from "../../claim-note";
import { allowedActionsOf, orderOf } from "../order-of";
import { wayBack } from "../way-back";
import { ChangeNote } from "./change-note";
import { Holds } from "./holds";
import { LifeLine } from "./life-line";
import { OrderActions } from "./order-actions";
import { PrintSection } from "./print-section";
import { UsedBy } from "./used-by";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ papel?: string | string[]; emitida?: string; imprimir?: string; cambio?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ order }, { admin }] = await Promise.all([orderOf((await params).id), currentMessages()]);
  return { title: titleOf(order.number, admin.orders) };
}

async function OrderPage({ params, searchParams }: Props) {
  const { actor } = await requireGrant("order.find");
  const [{ order, lookups }, { emitida, imprimir, papel, cambio }, { admin }, language] = await Promise.all([
    orderOf((await params).id),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.orders;
  const paper = (
    <PrintSection
      orderId={order.id}
      refusal={queryText(papel)}
      imported={order.draftedBy === null}
      now={imprimir !== undefined}
    />
  );
  const holds = order.state === "blocked" ? await listHolds(cajaDatabase(), order.id) : [];
  return (
    <Page title={titleOf(order.number, t)} back={await wayBack(order.id, t)} width="admin">
      {emitida && order.number ? <Done>{admin.issue.issued(order.number)}</Done> : null}
      {emitida && can(actor, "order.issue") ? (
        <p>
          <a className="inline-flex min-h-11 items-center font-bold" href="/admin/ordenes/nueva">
            {admin.issue.another}
          </a>
        </p>
      ) : null}
      {imprimir ? <div className="mb-6">{paper}</div> : null}
      {cambio ? (
        <Note title={admin.life.notNow}>
          <p>{admin.life.notNowText}</p>
        </Note>
      ) : null}
      <ClaimNote actor={actor} idKind={order.affiliateIdKind} idNumber={order.affiliateId} />
      <UsedBy orderId={order.id} value={order.value} />
      <ChangeNote orderId={order.id} />
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <OrderSheet
          title={t.sheet}
          kind={order.kindName}
          numberLabel={t.orderNumber}
          number={order.number ?? t.noNumber}
          rows={orderRows(order, t, language)}
        />
        <div>
          {imprimir ? null : paper}
          <OrderActions id={order.id} actions={allowedActionsOf(actor, order)} />
        </div>
      </div>
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <LifeLine order={order} />
        <section aria-labelledby="registro">
          <h2 id="registro">{t.record}</h2>
          <SummaryList
            rows={[
              {
                label: t.state,
                value: <OrderStandingTag standing={order.standing} />,
              },
              { label: t.stateSince, value: shortDateTime(order.stateChangedAt, language) },
              ...(holds.length > 0
                ? [
                    {
                      label: admin.life.holds.title,
                      value: (
                        <>
                          <Holds holds={holds} />
                          {order.coreSaid ? (
                            <p className="m-0">{admin.life.holds.coreSaid[order.coreSaid]}</p>
                          ) : null}
                        </>
                      ),
                    },
                  ]
                : []),
              ...(order.state === "annulled" && order.number
                ? [{ label: admin.life.voidedBy, value: order.byCore ? admin.life.core : admin.life.here }]
                : []),
              {
                label: t.provider,
                value: order.providerNit ? formatIdNumber(order.providerNit) : t.anyProvider,
              },
              ...(order.balance < order.value
                ? [
                    {
                      label: order.state === "annulled" ? admin.life.restAnnulled : admin.life.balance,
                      value: formatPesos(order.balance),
                    },
                  ]
                : []),
              ...otherOrder(order, admin.life),
              ...(order.draftedBy === null
                ? [{ label: t.loaded, value: shortDateTime(order.createdAt, language) }]
                : []),
              { label: t.updated, value: shortDateTime(order.updatedAt, language) },
            ]}
          />
        </section>
      </div>
      <DataTable
        caption={t.lookups}
        empty={t.lookupsEmpty}
        columns={{ when: t.when, provider: t.who, person: t.person, outcome: t.outcome }}
        rows={lookups.map(({ askedAt, provider, person, outcome }) => ({
          when: <span className="tabular-nums lining-nums">{shortDateTime(askedAt, language)}</span>,
          provider,
          person,
          outcome: outcomeText(outcome, t.outcomes),
        }))}
      />
    </Page>
  );
}

export default unlessDown(OrderPage);

/** Links to the replacement of this order and to the order that it replaces. */
function otherOrder(
  { replacedBy, replaces }: { replacedBy: string | null; replaces: string | null },
  t: Messages["admin"]["life"],
) {
  return [
    { label: t.replacedBy, id: replacedBy },
    { label: t.replaces, id: replaces },
  ].flatMap(({ label, id }) =>
    id ? [{ label, value: <a href={`/admin/ordenes/${id}`}>{t.seeOrder}</a> }] : [],
  );
}

function titleOf(number: string | null, t: Messages["admin"]["orders"]): string {
  return number === null ? t.draftTitle : t.detailTitle(number);
}

function outcomeText(outcome: string, words: Readonly<Record<string, string>>): string {
  return words[outcome] ?? outcome;
}
