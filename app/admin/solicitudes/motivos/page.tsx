import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { countReasons } from "@/db/queries/request-reasons";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { QUEUE_PATH } from "../address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).admin.requests.reasons.title };
}

/** Why requests were returned and rejected, counted by code. */
async function ReasonsPage() {
  const grant = await requireGrant("request.read");
  const [rows, { admin }] = await Promise.all([countReasons(databaseFor(grant)), currentMessages()]);
  const { reasons: t, back } = admin.requests;
  const words: Readonly<Record<string, string>> = t.codes;
  return (
    <Page title={t.title} back={{ href: QUEUE_PATH, label: back }} width="admin">
      <DataTable
        caption={t.caption}
        empty={t.none}
        columns={{
          code: t.code,
          reason: t.reason,
          month: { label: t.month, numeric: true },
          year: { label: t.year, numeric: true },
        }}
        rows={rows.map(({ code, month, year }) => ({
          code: <b>{code}</b>,
          reason: words[code] ?? code,
          month: formatCount(month),
          year: formatCount(year),
        }))}
      />
    </Page>
  );
}

export default unlessDown(ReasonsPage);
