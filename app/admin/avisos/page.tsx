import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { KeysSwitch } from "@/app/admin/keys-switch";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { readNoticeChoices } from "@/domain/caja/notice-choices";
import { currentMessages } from "@/messages";
import { NoticesForm } from "./notices-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.notices.title };
}

/** What one is written to about, and when: one's own choice, of nobody else. */
async function NoticesPage({ searchParams }: { searchParams: Promise<{ guardado?: string }> }) {
  const grant = await requireGrant("caja.dashboard");
  const [choices, { guardado }, { admin }] = await Promise.all([
    readNoticeChoices(grant),
    searchParams,
    currentMessages(),
  ]);
  const t = admin.notices;
  const { keys } = admin.requests;
  return (
    <Page title={t.title} back={{ href: "/admin", label: t.back }} width="admin">
      {guardado ? <Done>{t.saved}</Done> : null}
      {choices.length > 0 ? (
        <>
          <p>{t.intro}</p>
          <div className="max-w-2xl">
            <NoticesForm choices={choices} />
          </div>
        </>
      ) : (
        <p>{t.nothingToSend}</p>
      )}
      <div className="noscript:hidden">
        <h2>{keys.title}</h2>
        <p>{t.keys}</p>
        <KeysSwitch label={keys.use} />
      </div>
    </Page>
  );
}

export default unlessDown(NoticesPage);
