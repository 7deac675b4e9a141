import { answerExport } from "@/app/_server/http/answer-export";
import { postedPeriod } from "@/app/_server/http/period-params";
import { pdfResponse } from "@/app/_server/pdf-response";
import { currentCaja } from "@/domain/caja/profile";
import { exportSettlement } from "@/domain/settlement/export-settlement";
import { statementColumns, statementRows } from "@/domain/settlement/statement";
import { writeStatement } from "@/domain/settlement/write-pdf";
import { seeOther } from "@/lib/http/own-path";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

const PATH = "/admin/liquidacion";
const offer = {
  permission: "settlement.read",
  again: true,
  page: PATH,
  formats: [...tableFormats, "pdf"],
  refusedTo: PATH,
} as const;

type Context = { params: Promise<{ proveedor: string }> };

/** Exports what a provider used in a period, of the state that its page shows. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format, ip }) => {
    const { proveedor } = await params;
    const [exported, { settlement: t }] = await Promise.all([
      exportSettlement(grant, proveedor, postedPeriod(form), { state: form.get("estado"), format, ip }),
      currentMessages(),
    ]);
    if (!exported) return seeOther(PATH);
    const { provider, period, state } = exported;
    const name = `liquidacion-${provider.nit}-${period.from}-${period.to}`;
    if (format !== "pdf")
      return tableResponse(format, name, writeTable(format, statementColumns, statementRows(exported, t)));
    const head = {
      caja: (await currentCaja()).name,
      provider: `${provider.legalName}, NIT ${formatNit(provider.nit, provider.checkDigit)}`,
      title: state === null ? t.title : `${t.title} · ${t.states[state]}`,
    };
    return pdfResponse((stream) => writeStatement(exported, head, stream), {
      fileName: `${name}.pdf`,
      cut: "settlement.cut",
    });
  });
}
