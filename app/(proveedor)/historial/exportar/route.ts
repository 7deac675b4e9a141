import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerExport } from "@/app/_server/http/answer-export";
import { exportHistory, historyColumns } from "@/domain/history/export-history";
import { exactTime } from "@/lib/format/date";
import { seeOther } from "@/lib/http/own-path";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { filtersOf } from "../address";

const offer = { permission: "history.export", page: "/historial", formats: tableFormats } as const;

/** Exports the history with the page's filters as a file, for the owner. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format, ip }) => {
    const formProvider = form.get("provider");
    if (isOfOtherProvider(grant.actor, formProvider)) return seeOther(otherProviderPlace(formProvider));
    const { history } = await currentMessages();
    const { day, rows } = await exportHistory(
      grant,
      { filters: filtersOf((param) => form.get(param)), format },
      {
        entries: history.entries,
        time: (at) => exactTime(at).slice(-8),
        unnamed: history.unnamed,
        byCaja: history.byCaja,
      },
      { ip },
    );
    return tableResponse(format, `historial-${day}`, writeTable(format, historyColumns, rows));
  });
}
