import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { receiptNumber } from "@/domain/use/receipt-number";
import { currentMessages } from "@/messages";
import { receiptOf } from "../receipt";
import { askUndoAction, undoAction } from "./actions";
import { UndoForm } from "./undo-form";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [receipt, { use }] = await Promise.all([receiptOf((await params).id), currentMessages()]);
  return { title: receipt.wayBack === "self" ? use.undoTitle : use.undoAskTitle };
}

/** "Me equivoqué": by the same counter within 15 minutes at once, later by the caja. */
export default async function UndoPage({ params }: Params) {
  await requireGrant("order.use");
  const { id } = await params;
  const [receipt, { common, use }] = await Promise.all([receiptOf(id), currentMessages()]);
  if (receipt.wayBack !== "self" && receipt.wayBack !== "caja") redirect(`/comprobantes/${id}`);
  const itself = receipt.wayBack === "self";
  return (
    <Page
      title={itself ? use.undoTitle : use.undoAskTitle}
      back={{ href: `/comprobantes/${id}`, label: common.frame.back }}
    >
      <p>
        {use.receipt}{" "}
        <b className="tabular-nums lining-nums whitespace-nowrap">
          {receiptNumber(receipt.serial, receipt.at)}
        </b>
      </p>
      <p>{itself ? use.undoText : use.undoAskText}</p>
      <UndoForm
        key={receipt.wayBack}
        action={itself ? undoAction : askUndoAction}
        useId={id}
        undoKey={randomUUID()}
        submit={itself ? use.undoSubmit : use.undoAsk}
        submitting={itself ? use.undoing : use.undoAsking}
      />
    </Page>
  );
}
