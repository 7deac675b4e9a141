import { mailLinks } from "@/app/_server/mail-links";
import { answerFiling } from "@/app/(proveedor)/aplicaciones/answer-filing";
import { renewalEmail } from "@/domain/notify/request-emails";
import { wantedInRenewal } from "@/domain/request/documents-due";
import { submitRenewal } from "@/domain/request/renew";

/** Files a renewal. */
export async function POST(request: Request, { params }: { params: Promise<{ app: string }> }) {
  const { app } = await params;
  const page = `/aplicaciones/${encodeURIComponent(app)}/renovar`;
  return answerFiling(request, app, {
    page,
    refusedTo: "/aplicaciones",
    wanted: wantedInRenewal,
    file: async (grant, filing, client) =>
      submitRenewal(grant, filing, await renewalEmail(filing.applicationCode, mailLinks), client),
  });
}
