import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { listWaitingChanges } from "@/db/queries/order-change";
import { listOwnDrafts, listWaitingDrafts } from "@/db/queries/order-draft";
import { findOrderForm } from "@/db/queries/order-form";
import type { CajaActor, Grant } from "@/domain/access";
import { type DateLanguage, shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { unlessDown } from "@/lib/http/unless-down";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";

const MOST = 50;

/** Orders, and changes of orders, that wait for a second person. Nothing is shown when none does. */
export const WaitingOrders = unlessDown(async ({ grant }: { grant: Grant<"order.approve"> }) => {
  const [waiting, changes, { admin }, language] = await Promise.all([
    listWaitingDrafts(databaseFor(grant), grant.actor.personId, MOST),
    listWaitingChanges(databaseFor(grant), MOST),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.issue;
  if (waiting.length + changes.length === 0) return null;
  return (
    <section aria-labelledby="por-aprobar">
      <h2 id="por-aprobar">{t.waitingTitle}</h2>
      {changes.length === 0 ? null : (
        <WaitingChanges changes={changes} actor={grant.actor} t={admin} language={language} />
      )}
      {waiting.length === 0 ? null : <WaitingDrafts waiting={waiting} t={t} language={language} />}
    </section>
  );
});

function WaitingChanges({
  changes,
  actor,
  t: { issue, life },
  language,
}: {
  changes: Awaited<ReturnType<typeof listWaitingChanges>>;
  actor: CajaActor;
  t: Messages["admin"];
  language: DateLanguage;
}) {
  return (
    <DataTable
      caption={life.change.waitingCaption}
      empty=""
      columns={[
        { key: "kind", label: issue.kind },
        { key: "concept", label: issue.concept },
        { key: "value", label: issue.value, numeric: true },
        { key: "asker", label: issue.asker },
        { key: "since", label: issue.since },
        { key: "open", label: issue.state },
      ]}
      rows={changes.map(({ orderId, deed, number, kindName, concept, value, asker, askedBy, askedAt }) => ({
        kind: kindName,
        concept,
        value: formatPesos(value),
        asker,
        since: <span className="num">{shortDateTime(askedAt, language)}</span>,
        open: (
          <a href={`/admin/ordenes/${orderId}/cambio`}>
            {askedBy === actor.personId ? issue.mine : `${issue.review} · ${life.change.deeds[deed]}`}{" "}
            <span className="sr-only">{number}</span>
          </a>
        ),
      }))}
    />
  );
}

function WaitingDrafts({
  waiting,
  t,
  language,
}: {
  waiting: Awaited<ReturnType<typeof listWaitingDrafts>>;
  t: Messages["admin"]["issue"];
  language: DateLanguage;
}) {
  return (
    <DataTable
      caption={t.waitingCaption}
      empty=""
      columns={[
        { key: "kind", label: t.kind },
        { key: "concept", label: t.concept },
        { key: "value", label: t.value, numeric: true },
        { key: "drafter", label: t.drafter },
        { key: "since", label: t.since },
        { key: "open", label: t.state },
      ]}
      rows={waiting.map((draft) => ({
        kind: draft.kindName,
        concept: draft.concept,
        value: formatPesos(draft.value),
        drafter: draft.drafter,
        since: (
          <span className="num">{shortDateTime(draft.approvalAskedAt ?? draft.createdAt, language)}</span>
        ),
        open: draft.mine ? (
          <a href={`/admin/ordenes/${draft.id}/emitir`}>{t.mine}</a>
        ) : (
          <a href={`/admin/ordenes/${draft.id}/aprobar`}>
            {t.review} <span className="sr-only">{draft.concept}</span>
          </a>
        ),
      }))}
    />
  );
}

/** This person's drafts, to go on with. Nothing is shown when there is none. */
export const OwnDrafts = unlessDown(async ({ grant }: { grant: Grant<"order.issue"> }) => {
  const [drafts, kept, { admin }, language] = await Promise.all([
    listOwnDrafts(databaseFor(grant), grant.actor.personId, MOST),
    findOrderForm(databaseFor(grant), grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.issue;
  if (drafts.length === 0 && !kept) return null;
  return (
    <section aria-labelledby="borradores">
      <h2 id="borradores">{t.draftsTitle}</h2>
      {kept ? (
        <p>
          <a href="/admin/ordenes/nueva">{t.keptLink(shortDateTime(kept.updatedAt, language))}</a>
        </p>
      ) : null}
      {drafts.length === 0 ? null : (
        <DataTable
          caption={t.draftsCaption}
          empty=""
          columns={[
            { key: "kind", label: t.kind },
            { key: "concept", label: t.concept },
            { key: "value", label: t.value, numeric: true },
            { key: "since", label: t.since },
            { key: "state", label: t.state },
            { key: "open", label: t.open },
          ]}
          rows={drafts.map((draft) => ({
            kind: draft.kindName,
            concept: draft.concept,
            value: formatPesos(draft.value),
            since: <span className="num">{shortDateTime(draft.createdAt, language)}</span>,
            state: (
              <Tag signal={draft.approvalAskedAt ? "info" : "plain"}>
                {draft.approvalAskedAt ? t.isWaiting : t.isDraft}
              </Tag>
            ),
            open: (
              <a href={`/admin/ordenes/${draft.id}/emitir`}>
                {t.open} <span className="sr-only">{draft.concept}</span>
              </a>
            ),
          }))}
        />
      )}
    </section>
  );
});
