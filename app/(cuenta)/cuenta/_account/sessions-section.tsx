import { endSessionsAction } from "@/app/(cuenta)/cuenta/_account/actions";
import { OneButtonForm } from "@/components/form/one-button-form";
import { DataTable } from "@/components/ui/table";
import { deviceOf, maskedAddress } from "@/domain/own-account/device";
import { listOwnSessions } from "@/domain/own-account/sessions";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";

/** Where the person is signed in, each device with the button that ends it. */
export async function SessionsSection({ token }: { token: string }) {
  const [sessions, { ownAccount }, language] = await Promise.all([
    listOwnSessions(token),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = ownAccount.sessions;
  return (
    <>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <DataTable
        caption={t.caption}
        empty=""
        columns={t.columns}
        rows={sessions.map(({ sessionId, isOwn, createdAt, lastSeenAt, ip, userAgent }) => ({
          device: t.device(deviceOf(userAgent)),
          network: maskedAddress(ip) ?? "—",
          since: shortDateTime(createdAt, language),
          used: shortDateTime(lastSeenAt, language),
          actions: isOwn ? (
            t.own
          ) : (
            <OneButtonForm
              action={endSessionsAction}
              hidden={{ session: sessionId }}
              label={t.end}
              variant="text"
            />
          ),
        }))}
      />
      {sessions.length > 1 ? (
        <OneButtonForm action={endSessionsAction} label={t.endOthers} variant="outline" />
      ) : null}
    </>
  );
}
