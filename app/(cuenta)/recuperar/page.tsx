import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { formWords } from "../../_server/form-words";
import { RecoverForm } from "./recover-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.recover.title };
}

export default async function RecoverPage() {
  const [{ account }, words] = await Promise.all([currentMessages(), formWords()]);
  const { title, lead, email, submit } = account.recover;
  return (
    <Page title={title} back={{ href: "/ingresar", label: account.back }}>
      <p>{lead}</p>
      <RecoverForm words={{ ...words, email, submit }} />
    </Page>
  );
}
