import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { Steps } from "@/components/ui/steps";
import { currentCaja } from "@/domain/caja/profile";
import { soundIsOn } from "@/lib/sound";
import { currentMessages } from "@/messages";
import { CajaContact } from "../caja-contact";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.accessibility.title, robots: { index: true, follow: true } };
}

export default async function AccessibilityPage() {
  const [{ publicPages, use }, caja, sound] = await Promise.all([
    currentMessages(),
    currentCaja(),
    soundIsOn(),
  ]);
  const { accessibility } = publicPages;
  return (
    <Page title={accessibility.title}>
      <p>{accessibility.goal}</p>
      <h2>{accessibility.doneTitle}</h2>
      <Steps>
        {Object.values(accessibility.done).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Steps>
      <h2 id="sonido">{use.soundTitle}</h2>
      <p>
        {sound ? use.soundIsOn : use.soundIsOff}{" "}
        {/* A plain link, because the answer sets a cookie and the whole page must reload. */}
        <a className="inline-flex min-h-11 items-center" href={`/sonido?a=${sound ? "no" : "si"}`}>
          {sound ? use.soundOff : use.soundOn}
        </a>
      </p>
      <h2>{accessibility.missingTitle}</h2>
      <p>{accessibility.missing}</p>
      <h2>{accessibility.askTitle}</h2>
      <p>{accessibility.ask}</p>
      <CajaContact caja={caja} />
    </Page>
  );
}
