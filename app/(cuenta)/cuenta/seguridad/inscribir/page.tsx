import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { placeForPasskeys, relyingParty } from "@/app/_server/auth/relying-party";
import { beginTotpAction } from "@/app/(cuenta)/_factor/actions";
import { AddPasskeyForm } from "@/app/(cuenta)/_factor/passkey-form";
import { backOf, requireEnrolling } from "@/app/(cuenta)/_factor/session";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.enrol.title };
}

/** Which second factor somebody enrols. Whoever works for the caja comes here at their first sign-in. */
export default async function EnrolPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[] }>;
}) {
  const back = backOf((await searchParams).volver);
  const [{ session }, { factor }, party, named] = await Promise.all([
    requireEnrolling(back),
    currentMessages(),
    relyingParty(),
    placeForPasskeys(),
  ]);
  // An address of numbers has no passkeys, and one application is enough: nothing is left to enrol.
  if (!party && session.totp) redirect(back || "/cuenta/seguridad");
  const t = factor.enrol;
  return (
    <Page title={t.title}>
      <p>{t.lead}</p>
      {party ? (
        <>
          <h2>{t.keyTitle}</h2>
          <p>{t.keyText}</p>
          <AddPasskeyForm back={back} />
        </>
      ) : null}
      {session.totp ? null : (
        <>
          <h2>{t.appTitle}</h2>
          <p>{t.appText}</p>
          <OneButtonForm action={beginTotpAction} hidden={{ back }} label={t.appStart} />
        </>
      )}
      {named ? (
        <p className="text-hint text-ink-soft">
          {t.keyNeedsName} <a href={named}>{named}</a>.
        </p>
      ) : null}
    </Page>
  );
}
