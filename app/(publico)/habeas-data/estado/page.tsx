import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { isDatabaseDown } from "@/db/connection";
import { readRightsStatus } from "@/domain/rights/status";
import { currentMessages } from "@/messages";
import { leaveRightsAction } from "../actions";
import { keptRightsCode } from "../cookies";
import { rightsWords } from "../words";
import { RightsWordsProvider } from "../words-context";
import { OpenRightsForm } from "./open-form";
import { RequestStatus } from "./request-status";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).rights.open.title };
}

/** Somebody follows a request with the code of its mail, and reads the answer. */
export default async function FollowRequestPage() {
  const [{ publicPages, rights }, words, status] = await Promise.all([
    currentMessages(),
    rightsWords(),
    keptStatus(),
  ]);
  const { open: t } = rights;
  return (
    <Page
      title={status ? rights.status.title(status.number) : t.title}
      back={{ href: "/habeas-data", label: publicPages.dataRights.title }}
    >
      <RightsWordsProvider words={words}>
        {status ? (
          <>
            <RequestStatus status={status} />
            <OneButtonForm action={leaveRightsAction} label={rights.status.leave} variant="outline" />
          </>
        ) : (
          <>
            <p>{t.lead}</p>
            <OpenRightsForm />
            <p className="text-hint text-ink-soft">{t.lost}</p>
          </>
        )}
      </RightsWordsProvider>
    </Page>
  );
}

async function keptStatus() {
  const code = await keptRightsCode();
  if (!code) return null;
  try {
    return await readRightsStatus(code);
  } catch (error) {
    if (isDatabaseDown(error)) redirect("/no-disponible?volver=/habeas-data/estado");
    throw error;
  }
}
