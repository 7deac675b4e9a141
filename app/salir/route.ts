import { sessionToken, signOut } from "@/app/_server/auth/config";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { tokenHash } from "@/lib/crypto/token";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";

/** Ends the session, then deletes its cookie. Without a session nothing happens. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const token = await sessionToken();
  if (token) {
    const ended = { tokenHash: tokenHash(token), ip: clientIp(request.headers) };
    await call(doorDatabase(), "end_session", ended);
  }
  await signOut({ redirect: false });
  return seeOther("/ingresar");
}
