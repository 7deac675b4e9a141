import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { databaseFor } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { countFindings, findImport } from "@/db/queries/import-runs";
import { badLines, type FoundFault } from "@/domain/import/bad-lines";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { faultText } from "../../faults";

/** Exports the lines with errors. A POST, because an export is audited. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { id } = await params;
  const page = `/admin/ordenes/importar/${encodeURIComponent(id)}`;
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?volver=${encodeURIComponent(page)}`);
    if (!(await allowed(actor, "order.import"))) return seeOther("/sin-permiso");
    const grant = authorize(actor, "order.import");
    const db = databaseFor(grant);
    const run = /^[0-9a-f-]{36}$/.test(id) ? await findImport(db, grant, id) : null;
    if (!run) return new Response(null, { status: 404 });
    if (!(await countFindings(db, id)).fileKept) return seeOther(page);
    const messages = await currentMessages();
    const { line, faultReason: reason } = messages.admin.imports;
    const reasonOf = ({ column, code, fact }: FoundFault) =>
      `${column ? `${column}: ` : ""}${faultText(code, fact, messages)}`;
    const words = { line: line.toUpperCase(), reason, reasonOf };
    const { format, columns, rows } = await badLines(grant, id, words, { ip: clientIp(request.headers) });
    return tableResponse(format, "lineas-con-error", writeTable(format, columns, rows));
  } catch (error) {
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${encodeURIComponent(page)}`);
    throw error;
  }
}
