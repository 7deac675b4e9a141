import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findRepeated } from "@/db/queries/order-change";
import { findSendBack } from "@/db/queries/order-draft";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { discardAction } from "../../draft-actions";
import { DraftSheet } from "../../draft-sheet";
import { orderFor } from "../../order-of";
import { IssueForm, RepeatedNote } from "../issue-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.checkTitle };
}

/** Check-answers page: shows the order before it gets its number. */
async function IssuePage({ params }: Props) {
  const grant = await requireGrant("order.issue");
  const { order } = await orderFor(grant.actor, (await params).id, ["issue"]);
  const db = databaseFor(grant);
  const [second, repeated, sentBack, { admin }, language] = await Promise.all([
    call(db, "draft_approval_reason", { order: order.id }),
    findRepeated(db, order.id),
    findSendBack(db, order.id),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.issue;
  const shown = { order: order.id, version: order.version };
  return (
    <Page title={t.checkTitle} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      {order.approvalAskedAt ? (
        <Note>
          <p>{t.waits(shortDateTime(order.approvalAskedAt, language))}</p>
        </Note>
      ) : sentBack ? (
        <Note title={t.sentBack(sentBack.by, shortDateTime(sentBack.at, language))}>
          <p>{sentBack.reason}</p>
        </Note>
      ) : null}
      <p>{t.checkIntro}</p>
      <DraftSheet order={order} />
      <p>
        <ButtonLink href={`/admin/ordenes/${order.id}/editar`} variant="outline">
          {t.change}
        </ButtonLink>
      </p>
      {second && !order.approvalAskedAt ? <p>{t.askText[second]}</p> : null}
      {repeated ? <RepeatedNote repeated={repeated} /> : null}
      {order.approvalAskedAt ? null : (
        <IssueForm
          way={second ? "ask" : "issue"}
          shown={shown}
          repeated={repeated}
          label={second ? t.ask : t.emit}
        />
      )}
      <h2>{t.discardTitle}</h2>
      <OneButtonForm action={discardAction} hidden={shown} label={t.discard} variant="outline" />
    </Page>
  );
}

export default unlessDown(IssuePage);
