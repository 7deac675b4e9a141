import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { findUseByKey } from "@/domain/order/use-order";
import { requireGrant } from "@/lib/auth/session";
import { currentMessages } from "@/messages";
import { answerTo } from "../answer";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ clave?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { use } = await currentMessages();
  return { title: use.notRegistered };
}

/** What became of a use whose answer got lost. Reads the truth by its key; sends nothing. */
export default async function ResultPage({ params, searchParams }: Props) {
  const grant = await requireGrant("order.use");
  const [{ id }, { clave }] = await Promise.all([params, searchParams]);
  await answerTo(id);
  const key = z.uuid().safeParse(clave);
  if (!key.success) notFound();
  const receipt = await findUseByKey(grant, id, key.data);
  if (receipt) redirect(`/comprobantes/${receipt}`);
  const { use } = await currentMessages();
  return (
    <Page
      title={use.notRegistered}
      footer={
        <>
          {/* The same key again: if the lost sending still arrives, both are one use. */}
          <ButtonLink href={`/consultar/r/${id}/usar?clave=${key.data}`} variant="outline">
            {use.tryAgain}
          </ButtonLink>
          <ButtonLink href={`/consultar/r/${id}`} variant="outline">
            {use.seeOrder}
          </ButtonLink>
        </>
      }
    >
      <p>{use.notRegisteredText}</p>
    </Page>
  );
}
