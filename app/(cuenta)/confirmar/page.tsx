import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AgainPasswordForm, CodeForm } from "@/app/(cuenta)/_factor/code-form";
import { DemoCode } from "@/app/(cuenta)/_factor/demo-code";
import { ProvePasskeyForm } from "@/app/(cuenta)/_factor/passkey-form";
import { backOf, requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { NotTaken } from "@/components/form/not-taken";
import { Page } from "@/components/layout/page";
import { hasCode, hasFactor } from "@/domain/factor/session";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.again.title };
}

/** Asks a signed-in person again who they are, before an act that needs it, and returns to its page. */
export default async function AgainPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[]; motivo?: string | string[] }>;
}) {
  const { volver, motivo } = await searchParams;
  const back = backOf(volver);
  const { token, session } = await requireFactorSession(back);
  if (session.waits) redirect(stepBefore(session, back));
  const { factor } = await currentMessages();
  const t = factor.again;
  return (
    <Page title={t.title}>
      <p>
        {t.lead} {motivo === "envio" ? t.typedWaits : null}
      </p>
      {motivo === "envio" ? <NotTaken from={back} /> : null}
      {hasFactor(session) ? (
        <>
          {session.passkeys > 0 ? <ProvePasskeyForm back={back} /> : null}
          <DemoCode token={token} />
          {hasCode(session) ? <CodeForm back={back} app={session.totp} again /> : null}
        </>
      ) : (
        <>
          <p>{t.byPassword}</p>
          <AgainPasswordForm back={back} email={session.email} />
        </>
      )}
      <p>
        <Link className="inline-flex min-h-11 items-center" href={back || "/"} prefetch={false}>
          {t.back}
        </Link>
      </p>
    </Page>
  );
}
