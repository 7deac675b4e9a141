import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { listLeftDrafts } from "@/db/queries/order-draft";
import { shortDateTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";
import { discardAction, takeAction } from "./draft-actions";

const MOST = 50;

/** Drafts of persons who issue orders no more: somebody else takes each over or discards it. Empty without any. */
export const LeftDrafts = unlessDown(async ({ grant }: { grant: Grant<"order.issue"> }) => {
  const [drafts, { admin }, language] = await Promise.all([
    listLeftDrafts(databaseFor(grant), MOST),
    currentMessages(),
    currentLanguage(),
  ]);
  if (drafts.length === 0) return null;
  const t = admin.issue;
  return (
    <section aria-labelledby="de-quien-no-esta">
      <h2 id="de-quien-no-esta">{t.leftTitle}</h2>
      <p>{t.leftText}</p>
      <DataTable
        caption={t.leftCaption}
        empty=""
        columns={{
          kind: t.kind,
          concept: t.concept,
          value: { label: t.value, numeric: true },
          by: t.drafter,
          since: t.since,
          take: t.take,
          discard: t.discard,
        }}
        rows={drafts.map(({ id, version, ...draft }) => ({
          kind: draft.kindName,
          concept: <a href={`/admin/ordenes/${id}`}>{draft.concept}</a>,
          value: formatPesos(draft.value),
          by: draft.drafter,
          since: <span className="tabular-nums lining-nums">{shortDateTime(draft.createdAt, language)}</span>,
          take: (
            <OneButtonForm
              action={takeAction}
              hidden={{ order: id, version }}
              label={t.take}
              variant="text"
            />
          ),
          discard: (
            <OneButtonForm
              action={discardAction}
              hidden={{ order: id, version }}
              label={t.discard}
              variant="text"
            />
          ),
        }))}
      />
    </section>
  );
});
