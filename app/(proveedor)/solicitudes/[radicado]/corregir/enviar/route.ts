import { answerPost } from "@/app/_server/http/answer-post";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { backWithFaults, readPosted } from "@/app/(proveedor)/posted-request";
import { databaseFor } from "@/db/client";
import { findOwnRequest } from "@/db/queries/request";
import { sendCorrection } from "@/domain/request/correct";
import { isCorrectable } from "@/domain/request/rules";
import { currentClient } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";

/** Sends a returned request again, with what changed. */
export async function POST(request: Request, { params }: { params: Promise<{ radicado: string }> }) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { radicado } = await params;
  const detail = `/solicitudes/${encodeURIComponent(radicado)}`;
  return answerPost(detail, async (actor) => {
    const grant = authorize(actor, "application.request");
    const own = await findOwnRequest(databaseFor(grant), authorize(actor, "application.view"), radicado);
    if (!own || !isCorrectable(own.state)) return detail;
    const { posted, faults, typed } = await readPosted(request, { papersNeeded: false });
    const page = `${detail}/corregir`;
    if (Object.keys(faults).length > 0) return backWithFaults(page, faults, typed);
    const { rut, chamber, note } = posted;
    const agreementNumber = posted.agreementNumber === own.agreementNumber ? null : posted.agreementNumber;
    if (!rut && !chamber && !note && !agreementNumber)
      return backWithFaults(page, { note: "nothingChanged" }, typed);
    await sendCorrection(
      grant,
      { requestId: own.id, agreementNumber, note, rut, chamber },
      await currentClient(),
    );
    return detail;
  });
}
