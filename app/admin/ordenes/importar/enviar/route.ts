import { answerPost } from "@/app/_server/http/answer-post";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { LARGEST_UPLOAD_BYTES } from "@/domain/import/limits";
import { uploadOrders } from "@/domain/import/upload";
import { cleanFileName } from "@/lib/files/name";
import { readForm } from "@/lib/files/read-form";
import { currentClient } from "@/lib/http/client";
import { cleanForm } from "@/lib/http/form-data";
import { isOwnOrigin } from "@/lib/http/origin";
import { TableFault } from "@/lib/table/fault";
import { authorize } from "@/model/access";

const PAGE = "/admin/ordenes/importar";
const FORM_BYTES = 64 * 1024;

/** Takes a file of orders: multipart, so that it works without scripts. proxy.ts lets it pass unread. */
export async function POST(request: Request) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  return answerPost(PAGE, async (actor) => {
    const grant = authorize(actor, "order.import");
    const form = await readForm(request, LARGEST_UPLOAD_BYTES + FORM_BYTES);
    if (form === "tooBig") return `${PAGE}?aviso=too_large`;
    if (form === "malformed") return `${PAGE}?aviso=incompleto`;
    if (Object.keys(cleanForm(form).faults).length > 0) return `${PAGE}?aviso=incompleto`;
    const content = form.get("archivo");
    if (!(content instanceof File) || content.name === "") return `${PAGE}?aviso=falta`;
    try {
      const name = cleanFileName(content.name, "ordenes");
      return `${PAGE}/${await uploadOrders(grant, { name, content }, await currentClient())}`;
    } catch (error) {
      if (error instanceof TableFault) return `${PAGE}?aviso=${error.code}`;
      throw error;
    }
  });
}
