"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { decidedReportWords } from "@/domain/notify/report-emails";
import { decideReport } from "@/domain/report/decide-report";
import { DecideReportInput } from "@/domain/report/schema";

export const decideReportAction = action(
  // Its decision can annul the order.
  { needs: "report.handle", again: true, input: DecideReportInput },
  async (grant, input, client) => {
    await decideReport(grant, input, await decidedReportWords(mailLinks), client);
    redirect(`/admin/novedades/${input.folio}`);
  },
);
