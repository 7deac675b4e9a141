import type { Metadata } from "next";
import { frameActor, homeOf } from "@/app/_server/auth/frame-actor";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.notAllowed.title };
}

export default async function NotAllowedPage() {
  const [{ publicPages, common }, actor] = await Promise.all([currentMessages(), frameActor()]);
  return (
    <Page title={publicPages.notAllowed.title}>
      <p>{publicPages.notAllowed.text}</p>
      <p>{publicPages.notAllowed.ask}</p>
      <ButtonLink href={homeOf(actor)} variant="outline">
        {common.frame.home}
      </ButtonLink>
    </Page>
  );
}
