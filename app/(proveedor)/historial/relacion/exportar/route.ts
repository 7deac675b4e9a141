import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { answerExport } from "@/app/_server/http/answer-export";
import { postedPeriod } from "@/app/_server/http/period-params";
import { pdfResponse } from "@/app/_server/pdf-response";
import { currentCaja } from "@/domain/caja/profile";
import { exportStatement, statementColumns, statementRows } from "@/domain/settlement/statement";
import { writeStatement } from "@/domain/settlement/write-pdf";
import { seeOther } from "@/lib/http/own-path";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

const offer = {
  permission: "history.export",
  page: "/historial/relacion",
  formats: [...tableFormats, "pdf"],
} as const;

/** Exports the statement of a period, for the owner. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format, ip }) => {
    const formProvider = form.get("provider");
    if (isOfOtherProvider(grant.actor, formProvider)) return seeOther(otherProviderPlace(formProvider));
    const { settlement } = await currentMessages();
    const statement = await exportStatement(grant, postedPeriod(form), { format, ip });
    const name = `relacion-${statement.period.from}-${statement.period.to}`;
    if (format !== "pdf")
      return tableResponse(
        format,
        name,
        writeTable(format, statementColumns, statementRows(statement, settlement)),
      );
    const { legalName, nit, checkDigit } = grant.actor.provider;
    const head = {
      caja: (await currentCaja()).name,
      provider: `${legalName}, NIT ${formatNit(nit, checkDigit)}`,
    };
    return pdfResponse((stream) => writeStatement(statement, head, stream), {
      fileName: `${name}.pdf`,
      cut: "statement.cut",
    });
  });
}
