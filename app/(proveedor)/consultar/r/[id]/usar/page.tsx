import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentCounter } from "@/app/_server/auth/counter";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { UseFacts } from "@/app/(proveedor)/_answer/use-facts";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { AskingAgain } from "@/components/order/asking-again";
import { FreshAnswer } from "@/components/order/fresh-answer";
import { timeOfDay } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { releaseAction } from "../actions";
import { UseForm } from "./use-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { use } = await currentMessages();
  return { title: use.title };
}

/** Confirmation page of a use. The idempotency key belongs to this page, so sending it twice registers one use. */
export default async function UsePage({ params }: Props) {
  const grant = await requireGrant("order.use");
  const { id } = await params;
  const [answer, messages, language, till] = await Promise.all([
    answerTo(id),
    currentMessages(),
    currentLanguage(),
    currentCounter(grant.actor),
  ]);
  const { sheet, counter } = answer;
  const { common, use } = messages;
  const open =
    (answer.verdict === "authentic" || answer.verdict === "asked_before") &&
    counter.mayUse &&
    counter.registersUse &&
    (!counter.claimFirst || counter.claim === "mine");
  if (!open || !sheet || sheet.value === null || sheet.balance === null) redirect(`/consultar/r/${id}`);
  return (
    <Page title={use.title} back={{ href: `/consultar/r/${id}`, label: common.frame.back }}>
      {/* When the browser returns to this page it reloads; after a use it redirects to the answer, which says
          that it is registered. */}
      <FreshAnswer
        answerId={`use ${id} ${answer.readAt.toISOString()}`}
        verdict={answer.verdict}
        asking={<AskingAgain text={messages.compare.fresh} />}
      >
        <UseFacts
          answer={answer}
          sheet={sheet}
          value={sheet.value}
          balance={sheet.balance}
          place={[till?.name, till?.branch, grant.actor.provider.legalName].filter(Boolean).join(", ")}
          use={use}
        />
        {counter.claim === "mine" && counter.claimUntil ? (
          <p>{use.heldUntil(timeOfDay(counter.claimUntil, language))}</p>
        ) : null}
        <p>
          <b>{counter.partialUse ? use.warningPart : use.warning}</b>
        </p>
        <UseForm
          lookupId={id}
          useKey={randomUUID()}
          left={sheet.balance}
          part={counter.partialUse ? formatPesos(sheet.balance) : null}
        />
        {counter.claim === "mine" ? (
          <OneButtonForm
            action={releaseAction}
            hidden={{ lookupId: id }}
            label={use.release}
            pendingLabel={use.releasing}
            variant="text"
          />
        ) : null}
      </FreshAnswer>
    </Page>
  );
}
