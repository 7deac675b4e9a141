import "server-only";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";

/** Why the provider may look up no orders today, before anything is typed; null when it may. */
export async function pauseText(
  grant: Grant<"application.view"> | Grant<"order.look_up">,
): Promise<string | null> {
  const { personId, provider } = grant.actor;
  const [pause, { requests }, language] = await Promise.all([
    call(databaseFor(grant), "own_pause", { provider: provider.id, person: personId }),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!pause?.paused) return null;
  const t = requests.launcher;
  if (pause.suspended) return t.pausedSuspended;
  if (pause.endedOn) return t.pausedUntil(longDate(pause.endedOn, language));
  return pause.beginsOn ? t.pausedBefore(longDate(pause.beginsOn, language)) : t.pausedNone;
}
