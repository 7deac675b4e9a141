import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { OtherWays } from "@/components/ui/other-ways";
import { currentMessages } from "@/messages";
import { LookAgain } from "./look-again";
import { outcomeOf } from "./outcome";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ clave?: string | string[] }> };

/** Seconds until the next attempt while the outcome is unknown. */
const AGAIN_SECONDS = 3;

async function outcome({ params, searchParams }: Props) {
  const [{ id }, { clave }] = await Promise.all([params, searchParams]);
  const key = typeof clave === "string" ? clave : "";
  return { id, key, ...(await outcomeOf(id, key)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ state }, { use }] = await Promise.all([outcome(props), currentMessages()]);
  return { title: state === "unknown" ? use.notKnownYet : use.notRegistered };
}

/**
 * Outcome of a use whose answer was lost: its receipt, that it was not and will not be registered, or unknown
 * yet.
 */
export default async function ResultPage(props: Props) {
  const [{ id, key, state, receipt }, { use }] = await Promise.all([outcome(props), currentMessages()]);
  if (state === "nobody") await requireGrant("order.use");
  if (state === "nobody" || state === "missing") notFound();
  if (receipt) redirect(`/comprobantes/${receipt}`);
  if (state === "unknown") {
    const again = `/consultar/r/${id}/resultado?clave=${key}`;
    return (
      <Page title={use.notKnownYet}>
        <noscript>
          <meta httpEquiv="refresh" content={`${AGAIN_SECONDS};url=${again}`} />
        </noscript>
        <LookAgain ms={AGAIN_SECONDS * 1_000} />
        <p role="status">{use.notKnownYetText}</p>
        <ActionBar>
          <ButtonLink href={again} variant="outline">
            {use.lookAgain}
          </ButtonLink>
        </ActionBar>
      </Page>
    );
  }
  return (
    <Page title={use.notRegistered}>
      <p>{use.notRegisteredText}</p>
      <ActionBar>
        <ButtonLink href={`/consultar/r/${id}/usar`} variant="outline">
          {use.tryAgain}
        </ButtonLink>
      </ActionBar>
      <OtherWays>
        <ButtonLink href={`/consultar/r/${id}`} variant="row">
          {use.seeOrder}
        </ButtonLink>
      </OtherWays>
    </Page>
  );
}
