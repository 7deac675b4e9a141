import { allowed } from "@/app/_server/auth/denied";
import { askAgainPlace, mustAskAgain } from "@/app/_server/auth/proof";
import { currentActor } from "@/app/_server/auth/session";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { databaseFor } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { countFindings, findImport } from "@/db/queries/import-runs";
import { badLines, type FoundFault } from "@/domain/import/bad-lines";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isUuid } from "@/lib/http/uuid";
import { tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { faultText } from "./faults";
import { importPlaces } from "./subject";

export type RunContext = { params: Promise<{ id: string }> };

/** Progress of an import, as JSON for its page. */
export async function answerProgress(subject: ImportSubject, { params }: RunContext): Promise<Response> {
  const { id } = await params;
  const { reads } = importPlaces[subject];
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!(await allowed(actor, reads))) return new Response(null, { status: 403 });
  const grant = authorize(actor, reads);
  const run = isUuid(id) ? await findImport(databaseFor(grant), grant, id, subject) : null;
  if (!run) return new Response(null, { status: 404 });
  const { state, linesDone: done, linesTotal: total } = run;
  return Response.json({ state, done, total }, { headers: { "Cache-Control": "private, no-store" } });
}

/** The lines with errors as a file, to be mended and uploaded again. */
export async function answerBadLines(
  request: Request,
  subject: ImportSubject,
  { params }: RunContext,
): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { id } = await params;
  const { path, writes } = importPlaces[subject];
  const page = `${path}/${encodeURIComponent(id)}`;
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?volver=${encodeURIComponent(page)}`);
    if (!(await allowed(actor, writes))) return seeOther("/sin-permiso");
    // The lines are people's data as the core wrote them, taken along in a file.
    if (await mustAskAgain({ permission: writes, again: true })) return seeOther(askAgainPlace(page, false));
    const grant = authorize(actor, writes);
    const db = databaseFor(grant);
    const run = isUuid(id) ? await findImport(db, grant, id, subject) : null;
    if (!run) return new Response(null, { status: 404 });
    if (!(await countFindings(db, id)).fileKept) return seeOther(page);
    const messages = await currentMessages();
    const { line, surplus, faultReason: reason } = messages.admin.imports;
    const reasonOf = ({ column, code, fact }: FoundFault) =>
      `${column ? `${column}: ` : ""}${faultText(code, fact, messages)}`;
    const words = { line: line.toUpperCase(), reason, surplus, reasonOf };
    const { format, columns, rows } = await badLines(grant, run, words, { ip: clientIp(request.headers) });
    return tableResponse(format, "lineas-con-error", writeTable(format, columns, rows));
  } catch (error) {
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${encodeURIComponent(page)}`);
    throw error;
  }
}
