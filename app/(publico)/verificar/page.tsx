import type { Metadata } from "next";
import { formWords } from "@/app/_server/form-words";
import { FormWordsProvider } from "@/components/form/form-words";
import { Page } from "@/components/layout/page";
import { publicAddress } from "@/lib/mail/address";
import { currentMessages } from "@/messages";
import { VerifyForm } from "./verify-form";

export async function generateMetadata(): Promise<Metadata> {
  const { publicCode } = await currentMessages();
  return { title: publicCode.form.title, robots: { index: true, follow: true } };
}

export default async function VerifyPage() {
  const { publicCode } = await currentMessages();
  const { title, lead, errors, code, codeHint, submit } = publicCode.form;
  return (
    <Page title={title}>
      <p>{lead}</p>
      <FormWordsProvider words={await formWords(errors)}>
        <VerifyForm home={publicAddress("/")} label={code} hint={codeHint} submit={submit} />
      </FormWordsProvider>
      <p>
        <b>{publicCode.warning}</b>
      </p>
    </Page>
  );
}
