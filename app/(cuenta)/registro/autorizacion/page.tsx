import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { DataNotice } from "../../data-notice";
import { currentDraft } from "../../draft";
import { ConsentForm } from "./consent-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.consent.stepTitle} — ${account.step(1)} — ${account.registration}` };
}

export default async function ConsentPage() {
  const [{ account }, caja, draft] = await Promise.all([currentMessages(), currentCaja(), currentDraft()]);
  const { consent } = account;
  return (
    <Page title={consent.stepTitle} step={account.step(1)} back={{ href: "/", label: account.back }}>
      <DataNotice />
      <ConsentForm typed={draft?.purposes ?? []} />
      {caja.phone ? <p className="text-hint text-ink-soft">{consent.without(caja.phone)}</p> : null}
    </Page>
  );
}
