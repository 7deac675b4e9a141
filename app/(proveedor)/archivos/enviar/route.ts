import { allowed } from "@/app/_server/auth/denied";
import { isOfOtherProvider } from "@/app/_server/auth/own-provider";
import { currentActor } from "@/app/_server/auth/session";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { DocumentPlace, keepDocument } from "@/domain/request/kept-documents";
import { readRequestDocument } from "@/domain/request/read-document";
import { readForm } from "@/lib/files/read-form";
import { cleanForm } from "@/lib/http/form-data";
import { authorize } from "@/model/access";

/**
 * Uploads one document as soon as it is chosen, while the form is still being filled in. Answers its name or
 * its error.
 */
export async function POST(request: Request): Promise<Response> {
  const cookie = request.headers.get("cookie");
  const refused = await refusedForeign(request);
  if (refused) return refused;
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "application.request"))) return new Response(null, { status: 401 });
  const grant = authorize(actor, "application.request");
  const posted = await readForm(request, LARGEST_DOCUMENT_BYTES + 64 * 1024, grant.actor.personId);
  if (posted === "malformed") return refusedResponse(400, cookie);
  if (posted === "busy") return refusedResponse(503, cookie);
  if (posted === "tooBig") return Response.json({ fault: "tooBig" });
  // The page was opened for another of the person's providers: the file is sent with the form, which reports
  // that.
  if (isOfOtherProvider(actor, posted.get("provider"))) return new Response(null, { status: 409 });
  const place = DocumentPlace.safeParse(cleanForm(posted).object);
  if (!place.success) return refusedResponse(400, cookie);
  const document = await readRequestDocument(posted.get("file"));
  if (typeof document === "string") return Response.json({ fault: document });
  if (!(await keepDocument(grant, place.data, document))) return refusedResponse(400, cookie);
  return Response.json({ name: document.name }, { headers: { "cache-control": "private, no-store" } });
}
