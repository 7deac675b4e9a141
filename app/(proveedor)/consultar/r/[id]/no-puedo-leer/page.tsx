import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { UnreadableForm } from "./unreadable-form";

export async function generateMetadata(): Promise<Metadata> {
  const { compare } = await currentMessages();
  return { title: compare.unreadableTitle };
}

export default async function UnreadablePage({ params }: { params: Promise<{ id: string }> }) {
  await requireGrant("counter.work");
  const { id } = await params;
  const [answer, { common, compare }] = await Promise.all([answerTo(id), currentMessages()]);
  if (answer.verdict !== "current") redirect(`/consultar/r/${id}`);
  return (
    <Page title={compare.unreadableTitle} back={{ href: `/consultar/r/${id}`, label: common.frame.back }}>
      <p>{compare.unreadableIntro}</p>
      <UnreadableForm lookupId={id} />
    </Page>
  );
}
