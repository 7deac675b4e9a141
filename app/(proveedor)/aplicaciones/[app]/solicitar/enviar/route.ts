import { backWithFaults, readPosted } from "@/app/(proveedor)/posted-request";
import { databaseFor } from "@/db/client";
import { findApplication } from "@/db/queries/application";
import { authorize } from "@/domain/access";
import { submitRequest } from "@/domain/request/submit";
import { answerPost } from "@/lib/http/answer-post";
import { currentClient } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { refusedResponse } from "@/lib/http/refused-page";
import { filingLetter } from "@/lib/mail/request-letters";

/** Files a request: multipart, so that it works without scripts. */
export async function POST(request: Request, { params }: { params: Promise<{ app: string }> }) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { app } = await params;
  const page = `/aplicaciones/${encodeURIComponent(app)}/solicitar`;
  return answerPost(page, async (actor) => {
    const grant = authorize(actor, "application.request");
    const application = await findApplication(databaseFor(grant), app.toUpperCase());
    if (!application) return "/aplicaciones";
    const { posted, faults, typed } = await readPosted(request, { papersNeeded: true });
    const { rut, chamber, agreementNumber } = posted;
    if (Object.keys(faults).length > 0 || !rut || !chamber) return backWithFaults(page, faults, typed);
    const filingNumber = await submitRequest(
      grant,
      { applicationCode: application.code, agreementNumber, rut, chamber },
      await filingLetter(application.code),
      await currentClient(),
    );
    return `/solicitudes/${filingNumber}`;
  });
}
