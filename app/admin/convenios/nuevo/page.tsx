import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { AgreementForm } from "../agreement-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.agreements.add };
}

async function NewAgreementPage() {
  await requireGrant("agreement.manage");
  const t = (await currentMessages()).admin.agreements;
  return (
    <Page title={t.add} back={{ href: "/admin/convenios", label: t.title }} width="admin">
      <p>{t.addText}</p>
      <AgreementForm />
    </Page>
  );
}

export default unlessDown(NewAgreementPage);
