import { answerExport } from "@/app/_server/http/answer-export";
import { listedStandings } from "@/db/queries/provider";
import { providerColumns, providerRows } from "@/domain/provider/standing";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";

const offer = {
  permission: "provider.read",
  again: true,
  page: "/admin/proveedores",
  formats: tableFormats,
} as const;

/** Exports the filtered providers, without personal data. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format }) => {
    const { admin } = await currentMessages();
    const search = String(form.get("buscar") ?? "")
      .trim()
      .slice(0, 100);
    const standing = listedStandings.find((known) => known === form.get("estado")) ?? null;
    const rows = providerRows(grant, { search, standing }, admin.providers.standings);
    return tableResponse(
      format,
      `proveedores-${bogotaDay(new Date())}`,
      writeTable(format, providerColumns, rows),
    );
  });
}
