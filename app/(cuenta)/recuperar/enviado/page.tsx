import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.recover.sentTitle };
}

/** Says the same for a known and an unknown e-mail, so that it does not reveal which addresses have an account. */
export default async function RecoverSentPage() {
  const { account } = await currentMessages();
  return (
    <Page title={account.recover.sentTitle} back={{ href: "/recuperar", label: account.back }}>
      <Note>
        <p>{account.recover.sentText}</p>
      </Note>
      <ButtonLink href="/ingresar" variant="outline">
        {account.link.signIn}
      </ButtonLink>
    </Page>
  );
}
