import type { Metadata } from "next";
import Link from "next/link";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { Tag, type TagSignal } from "@/components/ui/tag";
import type { OrderKeyState } from "@/db/queries/order-code-key";
import { readKeyRing } from "@/domain/order-code/key-ring";
import { shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { ownProperty } from "@/lib/own-property";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { KeyForm } from "./key-form";

const signals: Record<OrderKeyState, TagSignal> = {
  next: "plain",
  active: "info",
  retired: "plain",
  revoked: "stop",
};
const LIST = "/.well-known/order-keys.json";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.keys.title };
}

async function KeysPage({ searchParams }: { searchParams: Promise<{ hecho?: string }> }) {
  const grant = await requireGrant("settings.read");
  const [keys, { hecho }, { admin }, language] = await Promise.all([
    readKeyRing(grant),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.keys;
  const when = (moment: Date | null) => (moment ? shortDateTime(moment, language) : t.never);
  const done = ownProperty({ rotar: t.rotated, revocar: t.revoked }, hecho);
  const mayManage = can(grant.actor, "key.manage");
  const active = keys.find(({ state }) => state === "active");
  return (
    <Page title={t.title} back={{ href: "/admin/ajustes", label: t.back }} width="admin">
      {done ? <Done>{done}</Done> : null}
      <p>{t.intro}</p>
      <p>
        {t.published} <a href={LIST}>{LIST}</a>
      </p>
      <DataTable
        caption={t.caption}
        empty={t.never}
        columns={{
          number: { label: t.number, numeric: true },
          state: t.state,
          fingerprint: t.fingerprint,
          created: t.created,
          active: t.active,
          ended: t.ended,
          printed: { label: t.printed, numeric: true },
          actions: t.actions,
        }}
        rows={keys.map((key) => ({
          number: key.id,
          state: <Tag signal={signals[key.state]}>{t.states[key.state]}</Tag>,
          fingerprint: (
            <span className="tabular-nums lining-nums sm:whitespace-nowrap">{key.fingerprint}</span>
          ),
          created: when(key.createdAt),
          active: when(key.activatedAt),
          ended: when(key.revokedAt ?? key.retiredAt),
          printed: formatCount(key.printed),
          actions:
            mayManage && key.state === "retired" ? (
              <Link href={`/admin/ajustes/llaves/${key.id}/revocar`} prefetch={false}>
                {t.revoke} <span className="sr-only">{t.revokeHidden(String(key.id))}</span>
              </Link>
            ) : (
              t.nothing
            ),
        }))}
      />
      {mayManage ? (
        <>
          <h2>{t.rotateTitle}</h2>
          <p>{t.rotateText}</p>
          {active ? (
            <KeyForm key={active.id} change="rotate" hidden={{ active: active.id }} submit={t.rotate} />
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

export default unlessDown(KeysPage);
