import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { endSessionsAction } from "@/app/(cuenta)/cuenta/_account/actions";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { deviceOf, maskedAddress } from "@/domain/own-account/device";
import { listOwnSessions } from "@/domain/own-account/sessions";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.title };
}

/** Everybody's own account: who they are, their password and factor, and the devices on which they are signed in. */
export default async function OwnAccountPage({
  searchParams,
}: {
  searchParams: Promise<{ hecho?: string | string[] }>;
}) {
  const { token, session } = await requireFactorSession("/cuenta");
  if (session.waits) redirect(stepBefore(session, "/cuenta"));
  const [sessions, { hecho }, { ownAccount: t }, language] = await Promise.all([
    listOwnSessions(token),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const done = hecho === "clave" || hecho === "sesion" ? t.done[hecho] : null;
  return (
    <Page title={t.title}>
      {done ? <Done>{done}</Done> : null}
      <p>
        <b>{session.personName}</b>
        <br />
        <span className="break-all">{session.email}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/cuenta/contrasena" variant="outline">
          {t.password.title}
        </ButtonLink>
        <ButtonLink href="/cuenta/seguridad" variant="outline">
          {t.factor}
        </ButtonLink>
      </div>
      <h2>{t.sessions.title}</h2>
      <p>{t.sessions.lead}</p>
      <DataTable
        caption={t.sessions.caption}
        empty=""
        columns={t.sessions.columns}
        rows={sessions.map(({ sessionId, isOwn, createdAt, lastSeenAt, ip, userAgent }) => ({
          device: t.sessions.device(deviceOf(userAgent)),
          network: maskedAddress(ip) ?? "—",
          since: shortDateTime(createdAt, language),
          used: shortDateTime(lastSeenAt, language),
          actions: isOwn ? (
            t.sessions.own
          ) : (
            <OneButtonForm
              action={endSessionsAction}
              hidden={{ session: sessionId }}
              label={t.sessions.end}
              variant="text"
            />
          ),
        }))}
      />
      {sessions.length > 1 ? (
        <OneButtonForm action={endSessionsAction} label={t.sessions.endOthers} variant="outline" />
      ) : null}
    </Page>
  );
}
