import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { databaseFor } from "@/db/client";
import { findImport } from "@/db/queries/import-runs";
import { authorize } from "@/model/access";

/** Progress of an import, as JSON for its page. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!(await allowed(actor, "import.read"))) return new Response(null, { status: 403 });
  const grant = authorize(actor, "import.read");
  const run = /^[0-9a-f-]{36}$/.test(id) ? await findImport(databaseFor(grant), grant, id) : null;
  if (!run) return new Response(null, { status: 404 });
  const { state, linesDone: done, linesTotal: total } = run;
  return Response.json({ state, done, total }, { headers: { "Cache-Control": "private, no-store" } });
}
