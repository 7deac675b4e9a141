import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Steps } from "@/components/ui/steps";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { writtenNit } from "@/model/identity/format";
import { CajaContact } from "../caja-contact";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = await currentMessages();
  return { title: publicPages.dataRights.title, robots: { index: true, follow: true } };
}

export default async function DataRightsPage() {
  const [{ publicPages, rights }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  const { dataRights } = publicPages;
  return (
    <Page title={dataRights.title}>
      <p>{dataRights.lead}</p>
      <Steps>
        {Object.values(dataRights.rights).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Steps>
      <h2>{dataRights.howTitle}</h2>
      <p>{dataRights.how}</p>
      <div className="mb-4 flex flex-wrap gap-3">
        <ButtonLink href="/habeas-data/solicitar">{rights.start}</ButtonLink>
        <ButtonLink href="/habeas-data/estado" variant="outline">
          {rights.follow}
        </ButtonLink>
      </div>
      <p>
        {dataRights.controller}: <b>{caja.legalName}</b>
        {caja.nit ? (
          <span className="tabular-nums lining-nums whitespace-nowrap">, NIT {writtenNit(caja.nit)}</span>
        ) : null}
      </p>
      <CajaContact caja={caja} />
      <h2>{dataRights.whenTitle}</h2>
      <Steps>
        <li>{dataRights.query}</li>
        <li>{dataRights.claim}</li>
      </Steps>
      <Note>
        <p>{dataRights.authority}</p>
      </Note>
      <p>
        <a className="inline-flex min-h-11 items-center" href="/privacidad">
          {dataRights.policy}
        </a>
      </p>
    </Page>
  );
}
