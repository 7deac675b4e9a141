import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.nitTaken.title} — ${account.registration}` };
}

/** The NIT already belongs to an approved provider. Other people of that company join by invitation. */
export default async function NitTakenPage() {
  const { account } = await currentMessages();
  const { nitTaken } = account;
  return (
    <Page title={nitTaken.title} back={{ href: "/registro/empresa", label: account.back }}>
      <p>{nitTaken.text}</p>
      <p>{nitTaken.recover}</p>
      <ButtonLink href="/recuperar">{nitTaken.recoverLink}</ButtonLink>
      <ButtonLink href="/registro/empresa" variant="outline">
        {nitTaken.other}
      </ButtonLink>
    </Page>
  );
}
