import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { unreadableReasons } from "@/model/comparison";
import { UnreadableForm } from "./unreadable-form";

export async function generateMetadata(): Promise<Metadata> {
  const { compare } = await currentMessages();
  return { title: compare.unreadableTitle };
}

export default async function UnreadablePage({ params }: { params: Promise<{ id: string }> }) {
  await requireGrant("order.look_up");
  const { id } = await params;
  const [answer, { account, common, compare, counter }] = await Promise.all([
    answerTo(id),
    currentMessages(),
  ]);
  if (answer.verdict !== "current") redirect(`/consultar/r/${id}`);
  return (
    <Page title={compare.unreadableTitle} back={{ href: `/consultar/r/${id}`, label: common.frame.back }}>
      <p>{compare.unreadableIntro}</p>
      <UnreadableForm
        lookupId={id}
        reasons={unreadableReasons.map((value) => ({ value, label: compare.unreadableReasons[value] }))}
        words={{
          errorSummary: counter.errorSummary,
          wait: account.form.wait,
          refusals: common.refusals,
          errors: compare.errors,
          title: compare.unreadableTitle,
          submit: compare.showOrder,
          submitting: compare.showing,
        }}
      />
    </Page>
  );
}
