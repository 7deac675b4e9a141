import { currentBrowser } from "@/app/_server/auth/browser";
import { sessionToken } from "@/app/_server/auth/config";
import { relyingParty } from "@/app/_server/auth/relying-party";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { authenticationOptions, registrationOptions } from "@/domain/factor/passkey";
import { readFactorSession } from "@/domain/factor/session";
import { isOwnOrigin } from "@/lib/http/origin";
import { currentMessages } from "@/messages";
import { Refusal } from "@/model/refusal";

/** What the browser needs to make or to ask a passkey of this session, with a challenge that is answered once. */
export async function POST(request: Request): Promise<Response> {
  const cookie = request.headers.get("cookie");
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, cookie);
  const token = await sessionToken();
  const browser = await currentBrowser();
  const [session, party] = await Promise.all([readFactorSession(token, browser), relyingParty()]);
  if (!token || !session || !party) return refusedResponse(403, cookie);
  const isNew = new URL(request.url).searchParams.get("para") === "nueva";
  if (isNew && !session.mayEnrol) return refusedResponse(403, cookie);
  const headers = { "cache-control": "no-store" };
  try {
    const options = isNew
      ? await registrationOptions(token, session, party)
      : await authenticationOptions(token, party);
    return Response.json(options, { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Said before the key is made, which would keep what nobody accepts.
    const { refusals } = (await currentMessages()).common;
    return Response.json({ refused: refusals[error.code] }, { status: 409, headers });
  }
}
