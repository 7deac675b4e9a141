import type { ReactNode } from "react";
import { unlessDown } from "@/app/_server/http/unless-down";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { listWaitingChanges } from "@/db/queries/order-change";
import { listOwnDrafts, listWaitingDrafts } from "@/db/queries/order-draft";
import { findOrderForm } from "@/db/queries/order-form";
import { type DateLanguage, shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { Grant } from "@/model/access";

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
      <WaitingTable
        caption={admin.life.change.waitingCaption}
        who={t.asker}
        rows={changes.map(
          ({ kindName, concept, value, asker, askedAt, askedBy, orderId, action, number }) => ({
            ...{ kind: kindName, concept, value, by: asker, since: askedAt },
            open: (
              <a href={`/admin/ordenes/${orderId}/cambio`}>
                {askedBy === grant.actor.personId
                  ? t.mine
                  : `${t.review} · ${admin.life.change.actions[action]}`}{" "}
                <span className="sr-only">{number}</span>
              </a>
            ),
          }),
        )}
        t={t}
        language={language}
      />
      <WaitingTable
        caption={t.waitingCaption}
        who={t.drafter}
        rows={waiting.map(({ id, kindName, concept, value, drafter, approvalAskedAt, createdAt, mine }) => ({
          ...{ kind: kindName, concept, value, by: drafter, since: approvalAskedAt ?? createdAt },
          open: mine ? (
            <a href={`/admin/ordenes/${id}/emitir`}>{t.mine}</a>
          ) : (
            <a href={`/admin/ordenes/${id}/aprobar`}>
              {t.review} <span className="sr-only">{concept}</span>
            </a>
          ),
        }))}
        t={t}
        language={language}
      />
    </section>
  );
});

/** What waits for a second person, each with its link. */
function WaitingTable({
  caption,
  who,
  rows,
  t,
  language,
}: {
  caption: string;
  /** Action of the person in each row. */
  who: string;
  rows: { kind: string; concept: string; value: number; by: string; since: Date; open: ReactNode }[];
  t: Messages["admin"]["issue"];
  language: DateLanguage;
}) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      empty=""
      columns={{
        kind: t.kind,
        concept: t.concept,
        value: { label: t.value, numeric: true },
        by: who,
        since: t.since,
        open: t.state,
      }}
      rows={rows.map(({ value, since, ...row }) => ({
        ...row,
        value: formatPesos(value),
        since: <span className="tabular-nums lining-nums">{shortDateTime(since, language)}</span>,
      }))}
    />
  );
}

/** This person's drafts. Empty without any. */
export const OwnDrafts = unlessDown(async ({ grant }: { grant: Grant<"order.issue"> }) => {
  const [drafts, saved, { admin }, language] = await Promise.all([
    listOwnDrafts(databaseFor(grant), grant.actor.personId, MOST),
    findOrderForm(databaseFor(grant), grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.issue;
  if (drafts.length === 0 && !saved) return null;
  return (
    <section aria-labelledby="borradores">
      <h2 id="borradores">{t.draftsTitle}</h2>
      {saved ? (
        <p>
          <a href="/admin/ordenes/nueva">{t.unfinishedLink(shortDateTime(saved.updatedAt, language))}</a>
        </p>
      ) : null}
      {drafts.length === 0 ? null : (
        <DataTable
          caption={t.draftsCaption}
          empty=""
          columns={{
            kind: t.kind,
            concept: t.concept,
            value: { label: t.value, numeric: true },
            since: t.since,
            state: t.state,
            open: t.open,
          }}
          rows={drafts.map((draft) => ({
            kind: draft.kindName,
            concept: draft.concept,
            value: formatPesos(draft.value),
            since: (
              <span className="tabular-nums lining-nums">{shortDateTime(draft.createdAt, language)}</span>
            ),
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
