import { allowed } from "@/app/_server/auth/denied";
import { isOfOtherProvider } from "@/app/_server/auth/own-provider";
import { currentActor } from "@/app/_server/auth/session";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { keepPhoto } from "@/domain/report/kept-photo";
import { LARGEST_PHOTO_BYTES, readPhoto } from "@/domain/report/photo";
import { readForm } from "@/lib/files/read-form";
import { isUuid } from "@/lib/http/uuid";
import { authorize } from "@/model/access";

/** Takes a report's photo as soon as it is chosen, while the form is still being filled in. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const cookie = request.headers.get("cookie");
  const refused = await refusedForeign(request);
  if (refused) return refused;
  const { id } = await params;
  if (!isUuid(id)) return new Response(null, { status: 404 });
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "report.file"))) return new Response(null, { status: 401 });
  const grant = authorize(actor, "report.file");
  const posted = await readForm(request, LARGEST_PHOTO_BYTES + 64 * 1024, grant.actor.personId);
  if (posted === "malformed") return refusedResponse(400, cookie);
  if (posted === "busy") return refusedResponse(503, cookie);
  if (posted === "tooBig") return Response.json({ fault: "photoTooBig" });
  // The page was opened for another of the person's providers: the photo is sent with the form, which reports that.
  if (isOfOtherProvider(actor, posted.get("provider"))) return new Response(null, { status: 409 });
  const photo = await readPhoto(posted.get("file"));
  if (photo === null || typeof photo === "string") return Response.json({ fault: photo ?? "photoEmpty" });
  const name = await keepPhoto(grant, id, photo);
  if (name === null) return new Response(null, { status: 404 });
  return Response.json({ name }, { headers: { "cache-control": "private, no-store" } });
}
