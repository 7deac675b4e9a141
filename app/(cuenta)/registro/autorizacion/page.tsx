import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { publicDatabase } from "@/db/client";
import { findCurrentPolicy } from "@/db/queries/caja";
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
  const [{ account }, caja, policy, draft] = await Promise.all([
    currentMessages(),
    currentCaja(),
    findCurrentPolicy(publicDatabase()),
    currentDraft(),
  ]);
  const { consent } = account;
  return (
    <Page title={consent.stepTitle} step={account.step(1)} back={{ href: "/", label: account.back }}>
      <DataNotice words={consent} caja={caja.name} policy={policy?.text ?? ""} />
      <ConsentForm
        words={{
          treatment: consent.treatment(caja.name),
          terms: consent.terms,
          messages: consent.messages,
          continue: account.form.continue,
          sending: account.form.sending,
        }}
        given={draft?.purposes ?? []}
      />
      {caja.phone ? <p className="hint">{consent.without(caja.phone)}</p> : null}
    </Page>
  );
}
