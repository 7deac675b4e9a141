import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { listKindRules } from "@/db/queries/order-kind";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";

const PATH = "/admin/ajustes/tipos-de-orden";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.kinds.title };
}

async function KindsPage({ searchParams }: { searchParams: Promise<{ guardado?: string }> }) {
  const grant = await requireGrant("settings.read");
  const [kinds, { guardado }, { admin }] = await Promise.all([
    listKindRules(databaseFor(grant)),
    searchParams,
    currentMessages(),
  ]);
  const t = admin.kinds;
  return (
    <Page title={t.title} back={{ href: "/admin/ajustes", label: admin.keys.back }} width="admin">
      {guardado ? <Done>{t.saved}</Done> : null}
      <p>{t.intro}</p>
      {can(grant.actor, "settings.edit") ? (
        <p>
          <ButtonLink href={`${PATH}/nuevo`}>{t.add}</ButtonLink>
        </p>
      ) : null}
      <DataTable
        caption={t.caption}
        empty=""
        columns={{
          code: t.code,
          name: t.name,
          number: t.number,
          validity: t.validity,
          largest: { label: t.largestValue, numeric: true },
          state: t.state,
        }}
        rows={kinds.map((kind) => ({
          code: <span className="tabular-nums lining-nums">{kind.code}</span>,
          name: <a href={`${PATH}/${encodeURIComponent(kind.code)}`}>{kind.name}</a>,
          number: (
            <span className="tabular-nums lining-nums">
              {kind.numberPrefix}
              {"1".padStart(kind.numberLength - kind.numberPrefix.length, "0")}
            </span>
          ),
          validity: kind.validityUntil
            ? t.until(shortDate(kind.validityUntil))
            : t.days(String(kind.validityDays)),
          largest: formatPesos(kind.largestValue),
          state: <Tag signal={kind.active ? "info" : "plain"}>{kind.active ? t.inUse : t.notInUse}</Tag>,
        }))}
      />
    </Page>
  );
}

export default unlessDown(KindsPage);
