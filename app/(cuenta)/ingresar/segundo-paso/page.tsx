import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm, ResetCodeForm } from "@/app/(cuenta)/_factor/code-form";
import { DemoCode } from "@/app/(cuenta)/_factor/demo-code";
import { ProvePasskeyForm } from "@/app/(cuenta)/_factor/passkey-form";
import { backOf, ENROL, requireFactorSession, withBack } from "@/app/(cuenta)/_factor/session";
import { FileForm } from "@/components/form/file-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { type FactorSession, hasCode } from "@/domain/factor/session";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.step.title };
}

/** The second factor after the password. Until it is proven the session opens no other page. */
export default async function SecondStepPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[] }>;
}) {
  const back = backOf((await searchParams).volver);
  const { token, session } = await requireFactorSession(back);
  if (!session.waits) redirect(back || "/");
  if (session.mayEnrol) redirect(withBack(ENROL, back));
  const { factor } = await currentMessages();
  const t = factor.step;
  return (
    <Page title={t.title}>
      <p>{t[leadOf(session)]}</p>
      {session.passkeys > 0 ? <ProvePasskeyForm back={back} /> : null}
      <DemoCode token={token} />
      {hasCode(session) ? <CodeForm back={back} app={session.totp} /> : null}
      <section aria-labelledby="perdido" className="mt-6">
        <h2 id="perdido">{t.lost}</h2>
        <p>{session.papers > 0 ? t.lostPapers(formatCount(session.papers)) : t.lostNoPapers}</p>
        <p>{session.isCaja ? t.lostCaja : t.lostProvider}</p>
        <p>{t.lostCode}</p>
        <ResetCodeForm back={back} />
      </section>
      <FileForm action="/salir">
        <SubmitButton variant="text">{t.leave}</SubmitButton>
      </FileForm>
    </Page>
  );
}

/** What the person is asked for: what they have, or after a recovery on the server the code that they were handed. */
function leadOf({ totp, passkeys, papers }: FactorSession) {
  if (passkeys > 0) return totp ? "leadKeyOrApp" : "leadKey";
  return totp || papers > 0 ? "lead" : "leadHanded";
}
