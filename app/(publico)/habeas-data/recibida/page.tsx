import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { currentCaja } from "@/domain/caja/profile";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { CajaContact } from "../../caja-contact";
import { receivedRequest } from "../cookies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).rights.received.title };
}

/** Says once, on the browser that sent it, the number of a request and the day of its answer. */
export default async function ReceivedRequestPage() {
  const [received, { publicPages, rights }, language, caja] = await Promise.all([
    receivedRequest(),
    currentMessages(),
    currentLanguage(),
    currentCaja(),
  ]);
  if (!received) redirect("/habeas-data");
  const t = rights.received;
  return (
    <Page title={t.title} back={{ href: "/habeas-data", label: publicPages.dataRights.title }}>
      {received.isMailed ? <Done>{t.mail(received.email)}</Done> : <Note>{t.notMailed(received.email)}</Note>}
      <SummaryList
        rows={[
          {
            label: t.number,
            value: <span className="tabular-nums lining-nums whitespace-nowrap">{received.number}</span>,
          },
          { label: t.due, value: longDate(received.dueOn, language) },
        ]}
      />
      {received.isMailed ? <p>{t.none}</p> : <CajaContact caja={caja} />}
      <ButtonLink href="/habeas-data/estado" variant="outline">
        {rights.follow}
      </ButtonLink>
    </Page>
  );
}
