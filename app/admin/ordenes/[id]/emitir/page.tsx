import type { Metadata } from "next";
import { OneButtonForm } from "@/app/(cuenta)/one-button-form";
import { adminFormWords } from "@/app/admin/form-words";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { databaseFor } from "@/db/client";
import { findSendBack } from "@/db/queries/order-draft";
import { findKindRules } from "@/db/queries/order-kind";
import { needsSecondPerson } from "@/domain/order/kinds";
import { requireGrant } from "@/lib/auth/session";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { DraftSheet } from "../../draft-sheet";
import { orderFor } from "../../order-of";
import { askAction, discardAction, issueAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.checkTitle };
}

/** Check answers: the order as it will be, then its number. */
export default async function IssuePage({ params }: Props) {
  const grant = await requireGrant("order.issue");
  const { order } = await orderFor(grant.actor, (await params).id, ["issue"]);
  const db = databaseFor(grant);
  const [kind, sentBack, { admin }, language, words] = await Promise.all([
    findKindRules(db, order.kindCode),
    findSendBack(db, order.id),
    currentMessages(),
    currentLanguage(),
    adminFormWords(),
  ]);
  const t = admin.issue;
  const second = kind !== null && needsSecondPerson(kind, order.value);
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
      {second && !order.approvalAskedAt ? <p>{t.askText}</p> : null}
      {order.approvalAskedAt ? null : (
        <OneButtonForm
          action={second ? askAction : issueAction}
          hidden={shown}
          label={second ? t.ask : t.emit}
          words={words}
        />
      )}
      <h2>{t.discardTitle}</h2>
      <OneButtonForm
        action={discardAction}
        hidden={{ order: order.id }}
        label={t.discard}
        variant="outline"
        words={words}
      />
    </Page>
  );
}
