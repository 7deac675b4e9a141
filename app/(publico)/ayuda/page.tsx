import type { Metadata } from "next";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { CajaContact } from "../caja-contact";
import { shopChapters } from "./chapters";
import { ManualPage, type ManualQuery } from "./manual-page";
import { anchors } from "./places";

export async function generateMetadata(): Promise<Metadata> {
  const [{ manual }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return { title: manual.title(caja.portalName), robots: { index: true, follow: true } };
}

/** The manual's first part, for shops and those who want to become a provider. */
export default async function HelpPage({ searchParams }: { searchParams: ManualQuery }) {
  const [messages, caja] = await Promise.all([currentMessages(), currentCaja()]);
  const { manual } = messages;
  return (
    <ManualPage
      path="/ayuda"
      title={manual.title(caja.portalName)}
      chapters={shopChapters(messages, caja.portalName)}
      query={searchParams}
      other={{ href: "/ayuda/entidad", label: manual.toDesk, hint: manual.toDeskHint }}
    >
      <section id={anchors.call} aria-labelledby="llamar-titulo">
        <h2 id="llamar-titulo">{manual.callTitle}</h2>
        <CajaContact caja={caja} />
      </section>
    </ManualPage>
  );
}
