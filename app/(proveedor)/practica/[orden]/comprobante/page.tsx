import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { FactList } from "@/components/order/order-sheet";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { PRACTICE_KIND } from "@/domain/practice/practice";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { practiceOrderAt } from "../../practice-order";

type Props = { params: Promise<{ orden: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { practice } = await currentMessages();
  return { title: practice.receiptTitle };
}

/** End of a practised use: it has no number and says that it is no receipt. */
export default async function PracticeReceiptPage({ params }: Props) {
  const { actor } = await requireGrant("counter.work");
  const [{ orden }, { practice, use }, language] = await Promise.all([
    params,
    currentMessages(),
    currentLanguage(),
  ]);
  const order = practiceOrderAt(orden);
  if (!order.steps.includes("authentic") && !order.steps.includes("registered")) notFound();
  return (
    <Page title={practice.receiptTitle}>
      <section
        className="mb-4 border-2 border-dashed border-ink bg-sheet px-4 pt-4 pb-5"
        aria-label={practice.receiptTitle}
      >
        <FactList
          rows={[
            { label: use.receipt, value: practice.receiptNumber, large: true },
            { label: use.when, value: dateTime(new Date(), language) },
            { label: use.orderFact, value: `${PRACTICE_KIND} ${order.number}`, digits: true },
            { label: use.who, value: actor.name },
          ]}
        />
      </section>
      <p>
        <b>{practice.receiptNot}.</b> {practice.receiptText}
      </p>
      <ActionBar>
        <ButtonLink href="/practica">{practice.finish}</ButtonLink>
      </ActionBar>
    </Page>
  );
}
