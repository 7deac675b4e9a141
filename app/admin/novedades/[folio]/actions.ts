"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { decidedReportWords } from "@/domain/notify/report-emails";
import { decideReport } from "@/domain/report/decide-report";
import { DecideReportInput } from "@/domain/report/schema";

/** Asks again who is there, because the decision can annul the order. */
export const decideReportAction = action(
  { needs: "report.handle", again: true, input: DecideReportInput },
  async (grant, input, client) => {
    await decideReport(grant, input, await decidedReportWords(mailLinks), client);
    redirect(`/admin/novedades/${input.folio}`);
  },
);
