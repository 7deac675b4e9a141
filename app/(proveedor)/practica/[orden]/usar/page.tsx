import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { UseFacts } from "@/app/(proveedor)/_answer/use-facts";
import { Page } from "@/components/layout/page";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { OtherWays } from "@/components/ui/other-ways";
import { practiceAnswer } from "@/domain/practice/practice";
import { currentMessages } from "@/messages";
import { practicePath } from "../../addresses";
import { practiceOrderAt } from "../../practice-order";

type Props = { params: Promise<{ orden: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { practice, use } = await currentMessages();
  return { title: `${practice.title}: ${use.title}` };
}

/** The confirmation before a use, with nothing behind its button. */
export default async function PracticeUsePage({ params }: Props) {
  const { actor } = await requireGrant("counter.work");
  const [{ orden }, { common, use }] = await Promise.all([params, currentMessages()]);
  const order = practiceOrderAt(orden);
  const last = order.steps.indexOf("authentic") + 1;
  if (last === 0) notFound();
  const answer = practiceAnswer(order, "authentic", new Date());
  const { sheet } = answer;
  if (!sheet || sheet.value === null || sheet.balance === null) notFound();
  const back = practicePath(order.code, last);
  return (
    <Page title={use.title} back={{ href: back, label: common.frame.back }}>
      <UseFacts
        answer={answer}
        sheet={sheet}
        value={sheet.value}
        balance={sheet.balance}
        place={actor.provider.legalName}
        use={use}
      />
      <p>
        <b>{use.warning}</b>
      </p>
      <ActionBar>
        <ButtonLink href={practicePath(order.code, "comprobante")}>{use.submit}</ButtonLink>
      </ActionBar>
      <OtherWays>
        <ButtonLink href={back} variant="row">
          {use.back}
        </ButtonLink>
      </OtherWays>
    </Page>
  );
}
