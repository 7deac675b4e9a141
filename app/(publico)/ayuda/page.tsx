import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { Steps } from "@/components/ui/steps";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { CajaContact } from "../caja-contact";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.help.title, robots: { index: true, follow: true } };
}

export default async function HelpPage() {
  const [{ practice, publicPages }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  const { help } = publicPages;
  return (
    <Page title={help.title}>
      <h2>{help.lookUpTitle}</h2>
      <Items ordered texts={help.lookUp} />
      <p>
        <a href="/practica">{practice.link}</a>
      </p>
      <h2>{help.notFoundTitle}</h2>
      <p>{help.notFound}</p>
      <h2>{help.stateTitle}</h2>
      <Items texts={help.states} />
      <h2>{help.accountTitle}</h2>
      <Items texts={help.account} />
      <p>
        <a href="/recuperar">{help.recover}</a>
      </p>
      <h2>{help.callTitle}</h2>
      <CajaContact caja={caja} />
    </Page>
  );
}

function Items({ texts, ordered = false }: { texts: Readonly<Record<string, string>>; ordered?: boolean }) {
  return (
    <Steps ordered={ordered}>
      {Object.values(texts).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </Steps>
  );
}
