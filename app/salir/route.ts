import { cookies } from "next/headers";
import { sessionToken, signOut } from "@/app/_server/auth/config";
import { pairedToken } from "@/app/_server/auth/paired-device";
import { personCookies } from "@/app/_server/http/person-cookies";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { doorDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { call } from "@/db/contract/call";
import { listDevicePeople } from "@/domain/branch/pin";
import { tokenHash } from "@/lib/crypto/token";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { siteCookie } from "@/lib/http/secure";
import { logError } from "@/lib/log";

/**
 * Ends the session, then deletes its cookie and what else the browser keeps of the person. Without a session nothing
 * ends. While the database is down the browser forgets it all the same: without its token nobody goes on with the
 * session here, and it ends by its idle timeout.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const token = await sessionToken();
  if (token) {
    const ended = { tokenHash: tokenHash(token), ip: clientIp(request.headers) };
    await unlessOutage(call(doorDatabase(), "end_session", ended));
  }
  await signOut({ redirect: false });
  const jar = await cookies();
  for (const { name, path } of Object.values(personCookies)) jar.delete({ name, ...siteCookie(), path });
  const isCleared = new URL(request.url).searchParams.has("limpio");
  // Pages of a person are not kept by browsers, but those that are open in the background are. "storage" would also
  // take what others scanned at this counter without internet, and "cookies" that it is this counter.
  const door = (await isPaired()) ? "/turno" : "/ingresar";
  return seeOther(isCleared ? door : `${door}?salida=1`, { "clear-site-data": '"cache"' });
}

/** Whether this device goes on without the person, so that the next one only says who they are. */
async function isPaired(): Promise<boolean> {
  const paired = await pairedToken();
  const people = paired && (await unlessOutage(listDevicePeople(paired)));
  return (people?.length ?? 0) > 0;
}

/** What the database answers; null while it is down, which is logged. */
async function unlessOutage<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    logError("post.database_down", error, {}, "warn");
    return null;
  }
}
