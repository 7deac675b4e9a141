import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.notFound.title };
}

export default async function NotFoundPage() {
  const { publicPages, common } = await currentMessages();
  return (
    <Page title={publicPages.notFound.title}>
      <p>{publicPages.notFound.text}</p>
      <ButtonLink href="/" variant="outline">
        {common.frame.home}
      </ButtonLink>
    </Page>
  );
}
