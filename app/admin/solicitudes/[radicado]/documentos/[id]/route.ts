import { databaseFor } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findPaper } from "@/db/queries/request-queue";
import { authorize, can } from "@/domain/access";
import { currentActor } from "@/lib/auth/session";

type Context = { params: Promise<{ radicado: string; id: string }> };

/** Shows a paper to who decides. It came from outside, so it may run and load nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { radicado, id } = await params;
  try {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    if (!can(actor, "request.decide")) return new Response(null, { status: 403 });
    const grant = authorize(actor, "request.decide");
    const paper = /^[0-9a-f-]{36}$/.test(id) ? await findPaper(databaseFor(grant), radicado, id) : null;
    if (!paper) return new Response(null, { status: 404 });
    // A sandbox keeps the browser's PDF reader from starting; a PDF reader runs no script of this site.
    const sandbox = paper.mediaType === "application/pdf" ? "" : "; sandbox";
    return new Response(new Uint8Array(paper.content), {
      headers: {
        "Content-Type": paper.mediaType,
        "Content-Disposition": disposition(paper.fileName),
        "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'${sandbox}`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (isDatabaseDown(error)) return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
    throw error;
  }
}

/** Inline, with a name that cannot end the header or leave its folder. */
function disposition(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[^\w. -]/g, "")
    .trim();
  return `inline; filename="${plain || "documento"}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, "")}`;
}
