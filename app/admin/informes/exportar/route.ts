import { answerExport } from "@/app/_server/http/answer-export";
import { pdfResponse } from "@/app/_server/pdf-response";
import { currentCaja } from "@/domain/caja/profile";
import { readMonthReport } from "@/domain/month/read-report";
import { reportCells, reportColumns } from "@/domain/month/report-rows";
import { writeReport } from "@/domain/month/write-pdf";
import { seeOther } from "@/lib/http/own-path";
import { pathWith, queryText } from "@/lib/http/query";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";

const PATH = "/admin/informes";
const offer = { permission: "settlement.read", page: PATH, formats: [...tableFormats, "pdf"] } as const;

/** Exports the report of a month: sums alone, so that it is no line of the log. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format }) => {
    const mes = queryText(String(form.get("mes") ?? ""));
    const report = await readMonthReport(grant, mes);
    // The page says in words what is wrong with the month.
    if ("fault" in report) return seeOther(pathWith(PATH, { mes }));
    const fileName = `informe-${report.month}`;
    if (format !== "pdf") {
      const { monthReport } = await currentMessages();
      return tableResponse(
        format,
        fileName,
        writeTable(format, reportColumns, reportCells(report, monthReport)),
      );
    }
    const caja = (await currentCaja()).name;
    return pdfResponse((out) => writeReport(report, caja, out), {
      fileName: `${fileName}.pdf`,
      cut: "month_report.cut",
    });
  });
}
