import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { RecoverForm } from "./recover-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.recover.title };
}

export default async function RecoverPage() {
  const { account } = await currentMessages();
  const { title, lead } = account.recover;
  return (
    <Page title={title} back={{ href: "/ingresar", label: account.back }}>
      <p>{lead}</p>
      <RecoverForm />
    </Page>
  );
}
