"use server";

import { redirect } from "next/navigation";
import { decideReport } from "@/domain/report/decide-report";
import { DecideReportInput } from "@/domain/report/schema";
import { action } from "@/lib/http/action";
import { decidedReportWords } from "@/lib/mail/report-letters";

export const decideReportAction = action(
  { needs: "report.handle", input: DecideReportInput },
  async (grant, input, client) => {
    await decideReport(grant, input, await decidedReportWords(), client);
    redirect(`/admin/novedades/${input.folio}`);
  },
);
