import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { readPhotoOf } from "@/domain/report/read-report";
import { currentClient } from "@/lib/http/client";
import { authorize } from "@/model/access";

type Context = { params: Promise<{ folio: string }> };

/** Shows the photo of a report, under the policy that proxy.ts gives to what was sent. It came from outside: its type is the stored one, and nothing may guess another. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { folio } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!(await allowed(actor, "report.read"))) return new Response(null, { status: 403 });
  const photo = await readPhotoOf(authorize(actor, "report.read"), folio, await currentClient());
  if (!photo) return new Response(null, { status: 404 });
  const ending = photo.mediaType === "image/png" ? "png" : "jpg";
  return new Response(new Uint8Array(photo.content), {
    headers: {
      "Content-Type": photo.mediaType,
      "Content-Disposition": `inline; filename="${folio}.${ending}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
