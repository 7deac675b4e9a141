import type { Metadata } from "next";
import { MissingPage } from "@/components/layout/missing-page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.notFound.title };
}

export default async function NotFoundPage() {
  const { publicPages, common } = await currentMessages();
  const { title, text } = publicPages.notFound;
  return <MissingPage title={title} text={text} home={common.frame.home} />;
}
