import type { Metadata } from "next";
import { formWords } from "@/app/_server/form-words";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { VerifyForm } from "./verify-form";

export async function generateMetadata(): Promise<Metadata> {
  const { publicCode } = await currentMessages();
  return { title: publicCode.form.title, robots: { index: true, follow: true } };
}

export default async function VerifyPage() {
  const [{ publicCode }, words] = await Promise.all([currentMessages(), formWords()]);
  const { title, lead, ...form } = publicCode.form;
  return (
    <Page title={title}>
      <p>{lead}</p>
      <VerifyForm words={{ ...words, ...form }} />
      <p>
        <b>{publicCode.warning}</b>
      </p>
    </Page>
  );
}
