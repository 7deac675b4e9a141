import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { giveProofAction } from "@/app/(proveedor)/_answer/actions";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { noteClass } from "@/components/ui/note";
import { OtherWays } from "@/components/ui/other-ways";
import { Tag } from "@/components/ui/tag";
import { receiptNumber } from "@/domain/use/receipt-number";
import { dayAndTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { receiptOf } from "./receipt";
import { ReceiptSheet } from "./receipt-sheet";

type Params = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ aviso?: string | string[] }>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [receipt, { use }] = await Promise.all([receiptOf((await params).id), currentMessages()]);
  const number = receiptNumber(receipt.serial, receipt.at);
  return { title: receipt.undoneAt ? use.receiptUndoneTitle(number) : use.receiptTitle(number) };
}

/** The receipt of a use, which the provider keeps with the paper and the invoice. */
export default async function ReceiptPage({ params, searchParams }: Params) {
  const { actor } = await requireGrant("counter.work");
  const [{ id }, { aviso }] = await Promise.all([params, searchParams]);
  const [receipt, { common, proof, use }, language] = await Promise.all([
    receiptOf(id),
    currentMessages(),
    currentLanguage(),
  ]);
  const { undoneAt, askedAt, refusedAt, wayBack } = receipt;
  return (
    <Page title={undoneAt ? use.receiptUndoneHeading : use.receiptHeading}>
      {aviso === "distinto" ? <p role="status">{use.alreadyRegistered}</p> : null}
      {undoneAt ? (
        <p>
          <Tag signal="stop">{use.undone}</Tag>{" "}
          {use.undoneWhen(dayAndTime(undoneAt, receipt.readAt, language))}
        </p>
      ) : null}
      {wayBack === "asked" && askedAt ? (
        <p className={noteClass}>{use.undoRequested(dayAndTime(askedAt, receipt.readAt, language))}</p>
      ) : null}
      {refusedAt && wayBack === "caja" ? (
        <p className={noteClass}>
          {use.undoRefused(dayAndTime(refusedAt, receipt.readAt, language))}: {receipt.refusalReason}
        </p>
      ) : null}
      {wayBack === "settled" ? <p className={noteClass}>{common.refusals.use_settled}</p> : null}
      <ReceiptSheet receipt={receipt} />
      {undoneAt ? null : <p className="text-hint text-ink-soft">{use.keep}</p>}
      <ActionBar>
        {/* The next order's first field takes the focus, without scripts too. */}
        <ButtonLink href="/consultar#idNumber">{use.askAnother}</ButtonLink>
      </ActionBar>
      <OtherWays>
        <OneButtonForm
          action={giveProofAction}
          hidden={{ useId: id }}
          label={proof.giveUse}
          pendingLabel={proof.giving}
          variant="row"
        />
        {can(actor, "order.use") && (wayBack === "self" || wayBack === "caja") ? (
          <ButtonLink href={`/comprobantes/${id}/anular`} variant="row">
            {use.mistake}
          </ButtonLink>
        ) : null}
      </OtherWays>
    </Page>
  );
}
