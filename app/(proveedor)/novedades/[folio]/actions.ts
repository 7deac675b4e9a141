"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { withdrawnReportEmail } from "@/domain/notify/report-emails";
import { WithdrawReportInput } from "@/domain/report/schema";
import { withdrawReport } from "@/domain/report/withdraw-report";

export const withdrawReportAction = action(
  { needs: "report.file", input: WithdrawReportInput },
  async (grant, { folio }, client) => {
    const notice = await withdrawnReportEmail(folio, grant.actor.provider.legalName);
    await withdrawReport(grant, folio, notice, client);
    redirect(`/novedades/${folio}`);
  },
);
