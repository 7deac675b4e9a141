import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentCounter } from "@/app/_server/auth/counter";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { UseFacts } from "@/app/(proveedor)/_answer/use-facts";
import { Page } from "@/components/layout/page";
import { timeOfDay } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { ReleaseForm } from "./release-form";
import { UseForm } from "./use-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { use } = await currentMessages();
  return { title: use.title };
}

/** Check answers, on one screen: what will be registered. The key is this page's: sent twice, it is one use. */
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
  const { account, common, use } = messages;
  const open =
    (answer.verdict === "authentic" || answer.verdict === "asked_before") &&
    counter.mayUse &&
    counter.registersUse &&
    (!counter.claimFirst || counter.claim === "mine");
  if (!open || !sheet || sheet.value === null || sheet.balance === null) redirect(`/consultar/r/${id}`);
  const words = {
    errorSummary: use.errorSummary,
    wait: account.form.wait,
    refusals: common.refusals,
    errors: use.errors,
  };
  return (
    <Page title={use.title} back={{ href: `/consultar/r/${id}`, label: common.frame.back }}>
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
        words={{
          ...words,
          amount: use.amount,
          amountHint: use.amountHint,
          invoice: use.invoice,
          submit: use.submit,
          submitting: use.submitting,
          back: use.back,
          slow: use.slow,
          unknown: use.unknown,
          unknownText: use.unknownText,
          seeWhat: use.seeWhat,
        }}
      />
      {counter.claim === "mine" ? (
        <ReleaseForm lookupId={id} words={{ ...words, submit: use.release, submitting: use.releasing }} />
      ) : null}
    </Page>
  );
}
