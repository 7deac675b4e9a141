import type { Metadata } from "next";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { currentMessages } from "@/messages";
import { objectAction } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ hecho?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.objection.title };
}

/** Where somebody stops a reset of their second factor. Opening the page stops nothing, since mail scanners open links. */
export default async function ObjectionPage({ params, searchParams }: Props) {
  const [{ token }, { hecho }, { factor }] = await Promise.all([params, searchParams, currentMessages()]);
  const t = factor.objection;
  return (
    <Page title={t.title}>
      {hecho ? (
        <Done>{t.done}</Done>
      ) : (
        <>
          <p>{t.lead}</p>
          <OneButtonForm action={objectAction} hidden={{ token }} label={t.submit} />
        </>
      )}
    </Page>
  );
}
