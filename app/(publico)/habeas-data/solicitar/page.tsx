import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { identityKindNames, identityKinds } from "@/model/identity/identity-document";
import { rightsAskers, rightsKinds } from "@/model/rights";
import { rightsWords } from "../words";
import { RightsWordsProvider } from "../words-context";
import { RightsForm } from "./rights-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).rights.form.title };
}

/** Anybody asks about their own data, without an account. */
export default async function AskAboutDataPage() {
  const [{ publicPages, rights }, words] = await Promise.all([currentMessages(), rightsWords()]);
  const t = rights.form;
  return (
    <Page title={t.title} back={{ href: "/habeas-data", label: publicPages.dataRights.title }}>
      <p>{t.lead}</p>
      <RightsWordsProvider words={words}>
        <RightsForm
          kinds={rightsKinds.map((value) => ({ value, label: t.kinds[value] }))}
          askers={rightsAskers.map((value) => ({ value, label: t.askers[value] }))}
          idKinds={identityKinds.map((value) => ({ value, label: identityKindNames[value] }))}
          idempotencyKey={randomUUID()}
        />
      </RightsWordsProvider>
      <p className="text-hint text-ink-soft">{t.use}</p>
    </Page>
  );
}
