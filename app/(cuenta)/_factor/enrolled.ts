import "server-only";
import { goOn } from "@/app/_server/auth/sign-in";
import { mailLinks } from "@/app/_server/mail-links";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import type { Proven } from "@/domain/factor/prove";
import { type FactorSession, readFactorSession } from "@/domain/factor/session";
import { factorNotice } from "@/domain/notify/factor-emails";
import { isQueueFull } from "@/lib/priority-queue";
import { Refusal } from "@/model/refusal";
import { withBack } from "./session";
import { handOverCodes } from "./shown-codes";

/** After a factor was added: on to the page, with ten paper codes first for whoever has none. */
export async function goOnEnrolled(
  before: FactorSession,
  proven: Proven,
  back: string,
  client: { ip: string },
): Promise<never> {
  if (before.papers > 0) return goOn(proven, back || "/cuenta/seguridad");
  try {
    await makeCodes(proven.token, client);
  } catch (error) {
    // The factor was added, whether or not there were codes often enough in this hour, or no turn to hash them.
    if (!(error instanceof Refusal) && !isQueueFull(error)) throw error;
    return goOn(proven, back || "/cuenta/seguridad");
  }
  return goOn(proven, withBack("/cuenta/seguridad/codigos", back));
}

/** Makes ten codes, which the next page shows once. */
export async function makeCodes(token: string, client: { ip: string }): Promise<void> {
  const session = await readFactorSession(token);
  if (!session) return;
  const notice = await factorNotice("codesCreated", mailLinks);
  await handOverCodes(session.personId, await makePaperCodes(token, session, notice, client));
}
