import { heldDataResponse } from "@/app/_server/held-data-response";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { isDatabaseDown } from "@/db/connection";
import { readRightsFile } from "@/domain/rights/status";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { keptRightsCode } from "../../cookies";

/** The file of an answer, for the browser that typed the code. A POST, because fetching it stands in the log. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const code = await keptRightsCode();
    const file = code && (await readRightsFile(code, { ip: clientIp(request.headers) }));
    return file ? heldDataResponse(file.content, file.number) : seeOther("/habeas-data/estado");
  } catch (error) {
    if (isDatabaseDown(error)) return seeOther("/no-disponible?volver=/habeas-data/estado");
    throw error;
  }
}
