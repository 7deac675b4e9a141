import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { placeForPasskeys, relyingParty } from "@/app/_server/auth/relying-party";
import { beginTotpAction, endFactorAction, makeCodesAction } from "@/app/(cuenta)/_factor/actions";
import { ENROL, requireFactorSession, stepBefore, withBack } from "@/app/(cuenta)/_factor/session";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { listFactors } from "@/domain/factor/keep";
import { hasFactor } from "@/domain/factor/session";
import { shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.security.title };
}

const HERE = "/cuenta/seguridad";

/** A person's second factors and paper codes. */
export default async function SecurityPage({
  searchParams,
}: {
  searchParams: Promise<{ quitado?: string | string[] }>;
}) {
  const { token, session } = await requireFactorSession(HERE);
  if (session.waits) redirect(stepBefore(session, HERE));
  const [factors, { quitado }, { factor }, language, party, named] = await Promise.all([
    listFactors(token),
    searchParams,
    currentMessages(),
    currentLanguage(),
    relyingParty(),
    placeForPasskeys(),
  ]);
  const t = factor.security;
  const mayRemove = !session.isCaja || factors.length > 1;
  return (
    <Page title={t.title}>
      {quitado ? <Done>{t.removed}</Done> : null}
      <p>{session.isCaja ? t.required : t.offered}</p>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{ kind: t.kind, added: t.added, used: t.used, actions: t.actions }}
        rows={factors.map(({ factorId, kind, name, createdAt, lastUsedAt }) => ({
          kind: name || t.kinds[kind],
          added: shortDateTime(createdAt, language),
          used: lastUsedAt ? shortDateTime(lastUsedAt, language) : t.never,
          actions: mayRemove ? (
            <OneButtonForm
              action={endFactorAction}
              hidden={{ factor: factorId }}
              label={t.remove}
              variant="text"
            />
          ) : (
            "—"
          ),
        }))}
      />
      {session.totp ? null : (
        <OneButtonForm action={beginTotpAction} hidden={{ back: HERE }} label={t.addApp} variant="outline" />
      )}
      {party ? (
        <p>
          <Link className="inline-flex min-h-11 items-center" href={withBack(ENROL, HERE)} prefetch={false}>
            {t.addKey}
          </Link>
        </p>
      ) : null}
      {named ? (
        <p className="text-hint text-ink-soft">
          {factor.enrol.keyNeedsName} <a href={named + HERE}>{named}</a>.
        </p>
      ) : null}
      {hasFactor(session) ? (
        <>
          <h2>{t.codesTitle}</h2>
          <p>{session.papers > 0 ? t.codesLeft(formatCount(session.papers)) : t.codesNone}</p>
          <OneButtonForm
            action={makeCodesAction}
            hidden={{ back: HERE }}
            label={t.codesMake}
            variant="outline"
          />
          {session.papers > 0 ? <p className="text-hint text-ink-soft">{t.codesNote}</p> : null}
        </>
      ) : null}
    </Page>
  );
}
