import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { readOwnReports } from "@/domain/report/read-report";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { report } = await currentMessages();
  return { title: report.listTitle };
}

async function OwnReportsPage() {
  const grant = await requireGrant("report.file");
  const [reports, { common, report: t }, language] = await Promise.all([
    readOwnReports(grant),
    currentMessages(),
    currentLanguage(),
  ]);
  return (
    <Page title={t.listTitle} back={{ href: "/consultar", label: common.frame.back }}>
      <DataTable
        caption={t.listCaption}
        empty={t.listEmpty}
        columns={{ folio: t.folio, reason: t.whatHappened, sent: t.sent, state: t.state }}
        rows={reports.map(({ folio, reason, filedAt, outcome, withdrawnAt }) => ({
          folio: (
            <a className="tabular-nums lining-nums" href={`/novedades/${folio}`}>
              {folio}
            </a>
          ),
          reason: t.reasons[reason],
          sent: shortDateTime(filedAt, language),
          state: (
            <Tag signal={outcome || withdrawnAt ? "plain" : "info"}>
              {outcome ? t.outcomes[outcome] : withdrawnAt ? t.withdrawn : t.waiting}
            </Tag>
          ),
        }))}
      />
    </Page>
  );
}

export default unlessDown(OwnReportsPage);
