import { mailLinks } from "@/app/_server/mail-links";
import { answerFiling } from "@/app/(proveedor)/aplicaciones/answer-filing";
import { filingEmail } from "@/domain/notify/request-emails";
import { wantedInRequest } from "@/domain/request/documents-due";
import { submitRequest } from "@/domain/request/submit";

/** Files a request. */
export async function POST(request: Request, { params }: { params: Promise<{ app: string }> }) {
  const { app } = await params;
  const page = `/aplicaciones/${encodeURIComponent(app)}/solicitar`;
  return answerFiling(request, app, {
    page,
    refusedTo: page,
    wanted: wantedInRequest,
    file: async (grant, filing, client) =>
      submitRequest(grant, filing, await filingEmail(filing.applicationCode, mailLinks), client),
  });
}
