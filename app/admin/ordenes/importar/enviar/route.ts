import { answerPost } from "@/app/_server/http/answer-post";
import { readMultipart } from "@/app/_server/http/multipart-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { uploadOrders } from "@/domain/import/upload";
import { currentClient } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { TableFault } from "@/lib/table/fault";
import { authorize } from "@/model/access";
import { uploadForm } from "../posted-upload";

const PAGE = "/admin/ordenes/importar";

/** Takes a file of orders. Multipart, so that it works without scripts. proxy.ts passes the body on unread. */
export async function POST(request: Request) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  return answerPost(PAGE, { request, page: PAGE }, async (actor) => {
    const grant = authorize(actor, "order.import");
    const { files, faults } = await readMultipart(request, PAGE, uploadForm);
    if (!files.archivo || Object.keys(faults).length > 0) return `${PAGE}?${new URLSearchParams(faults)}`;
    try {
      return `${PAGE}/${await uploadOrders(grant, files.archivo, await currentClient())}`;
    } catch (error) {
      if (error instanceof TableFault) return `${PAGE}?archivo=${error.code}`;
      throw error;
    }
  });
}
