import { type Columns, DataTable } from "@/components/ui/table";
import type { QueuedRequest, QueueTab } from "@/db/queries/request-queue";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { pathWith } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { StateTag } from "../request-state-tag";
import { QUEUE_PATH } from "./address";
import { DueDay } from "./due-day";
import { AgreementCell, RequestFlags } from "./flags";

const figures = "tabular-nums lining-nums";

/** Requests, one a row: those to decide with their day and their warnings, the others with what became of them. */
export async function QueueTable({
  tab,
  rows,
  list,
  caption,
  empty,
}: {
  /** Null for what was found in all of them. */
  tab: QueueTab | null;
  rows: QueuedRequest[];
  /** The filters of the list, which opening one keeps. */
  list: Readonly<Record<string, string>>;
  caption: string;
  empty: string;
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.requests;
  const link = ({ filingNumber }: QueuedRequest, text: string) => (
    <a className="font-bold" href={pathWith(`${QUEUE_PATH}/${filingNumber}`, list)}>
      {text}
    </a>
  );
  const nit = ({ nit, checkDigit }: QueuedRequest) => (
    <span className={`${figures} whitespace-nowrap`}>{formatNit(nit, checkDigit)}</span>
  );
  const number = ({ filingNumber }: QueuedRequest) => (
    <span className={`${figures} whitespace-nowrap`}>{filingNumber}</span>
  );
  if (tab === "toDecide") {
    const columns: Columns<string> = {
      due: { label: t.due, firm: true },
      legalName: t.legalName,
      nit: { label: t.nit, firm: true },
      ...(rows.some(({ needsAgreement }) => needsAgreement) ? { agreement: t.convenio } : {}),
      documents: { label: t.documentCount, numeric: true },
      flags: t.warnings,
      sent: { label: t.sent, firm: true, wideOnly: true },
      filingNumber: { label: t.filingNumber, firm: true, wideOnly: true },
    };
    return (
      <DataTable
        caption={caption}
        empty={empty}
        columns={columns}
        rows={rows.map((request) => ({
          due: <DueDay submittedAt={request.submittedAt} />,
          legalName: link(request, request.legalName),
          nit: nit(request),
          agreement: request.needsAgreement ? <AgreementCell {...request} /> : "—",
          documents: request.documents,
          flags: <RequestFlags flags={request.flags} />,
          sent: shortDate(request.filedAt),
          filingNumber: number(request),
        }))}
      />
    );
  }
  return (
    <DataTable
      caption={caption}
      empty={empty}
      columns={{
        legalName: t.legalName,
        nit: { label: t.nit, firm: true },
        state: t.state,
        when: { label: t.decided, firm: true },
        flags: t.warnings,
        sent: { label: t.sent, firm: true, wideOnly: true },
        filingNumber: { label: t.filingNumber, firm: true, wideOnly: true },
      }}
      rows={rows.map((request) => ({
        legalName: link(request, request.legalName),
        nit: nit(request),
        state: <StateTag state={request.state} />,
        when: request.decidedAt ? shortDateTime(request.decidedAt, language) : "—",
        flags: <RequestFlags flags={request.flags} />,
        sent: shortDate(request.filedAt),
        filingNumber: number(request),
      }))}
    />
  );
}
