import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { openDocument } from "@/domain/request/sealed-documents";
import { currentClient } from "@/lib/http/client";
import { disposition } from "@/lib/http/disposition";
import { authorize } from "@/model/access";

type Context = { params: Promise<{ radicado: string; id: string }> };

/** Shows a document to who reads requests. It came from outside: its type is the stored one, and nothing may guess another. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { radicado, id } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!(await allowed(actor, "request.read"))) return new Response(null, { status: 403 });
  const grant = authorize(actor, "request.read");
  const { ip } = await currentClient();
  const wanted = { filingNumber: radicado, document: id, actor: grant.actor.personId, ip, sealed: true };
  const document = /^[0-9a-f-]{36}$/.test(id)
    ? await call(databaseFor(grant), "view_request_paper", wanted)
    : null;
  if (!document) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(openDocument(document)), {
    headers: {
      "Content-Type": document.mediaType,
      "Content-Disposition": disposition(new URL(request.url).searchParams.has("bajar"), document.fileName),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
