import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/components/layout/page";
import { paper } from "@/components/order/order-sheet";
import { Steps } from "@/components/ui/steps";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findCurrentPolicy } from "@/db/queries/caja";
import { currentCaja } from "@/domain/caja/profile";
import { longDate } from "@/lib/format/date";
import { currentLanguage, messagesIn } from "@/messages";
import { PolicyText } from "./policy-text";

export async function generateMetadata(): Promise<Metadata> {
  const { publicPages } = messagesIn(await currentLanguage());
  return { title: publicPages.privacy.title, robots: { index: true, follow: true } };
}

export default async function PrivacyPage() {
  const [language, caja, policy] = await Promise.all([currentLanguage(), currentCaja(), currentPolicy()]);
  const { privacy } = messagesIn(language).publicPages;
  return (
    <Page title={privacy.title}>
      <p>{privacy.lead(caja.name)}</p>
      {policy ? (
        <>
          <p className="text-hint text-ink-soft tabular-nums lining-nums">
            {privacy.version(policy.id, longDate(policy.publishedAt, language))}
          </p>
          <article className={`${paper} mb-4 px-4 pt-[0.9rem] pb-[1.6rem]`} data-sheet lang="es-CO">
            <PolicyText text={policy.text} />
          </article>
        </>
      ) : (
        <p>{privacy.none}</p>
      )}
      <h2>{privacy.keptTitle}</h2>
      <Steps>
        {Object.entries(privacy.kept).map(([what, text]) => (
          <li key={what}>{text}</li>
        ))}
      </Steps>
      <p>{privacy.keptNote}</p>
      <p>
        <a className="inline-flex min-h-11 items-center" href="/habeas-data">
          {privacy.rights}
        </a>
      </p>
    </Page>
  );
}

async function currentPolicy() {
  try {
    return await findCurrentPolicy(publicDatabase());
  } catch (error) {
    if (isDatabaseDown(error)) redirect("/no-disponible?volver=/privacidad");
    throw error;
  }
}
