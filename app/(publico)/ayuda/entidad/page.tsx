import type { Metadata } from "next";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { deskChapters } from "../chapters";
import { ManualPage, type ManualQuery } from "../manual-page";

export async function generateMetadata(): Promise<Metadata> {
  const [{ manual }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return { title: manual.deskTitle(caja.portalName) };
}

/**
 * The manual's second part. It holds no data, so anyone may read it; others than the caja's people are told
 * that it is for them.
 */
export default async function DeskHelpPage({ searchParams }: { searchParams: ManualQuery }) {
  const [messages, caja, actor] = await Promise.all([currentMessages(), currentCaja(), frameActor()]);
  const { manual } = messages;
  if (actor?.kind === "caja")
    return (
      <ManualPage
        path="/ayuda/entidad"
        title={manual.deskTitle(caja.portalName)}
        chapters={deskChapters(messages, caja.portalName)}
        query={searchParams}
        other={{ href: "/ayuda", label: manual.toShop }}
      />
    );
  return (
    <Page title={manual.deskOnlyTitle} back={{ href: "/ayuda", label: manual.toShop }}>
      <p>{manual.deskOnly}</p>
      {actor ? (
        <p>{manual.deskOnlyOther}</p>
      ) : (
        <p>
          <ButtonLink href={`/ingresar?${new URLSearchParams({ volver: "/ayuda/entidad" })}`}>
            {manual.signIn}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
