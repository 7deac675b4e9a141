import "server-only";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";

/**
 * Before anything is typed: why the provider may look up no orders today, and from when on it is suspended although
 * it may today. Null where there is nothing to say.
 */
export async function pauseTexts(
  grant: Grant<"application.view"> | Grant<"order.look_up">,
): Promise<{ pause: string | null; coming: string | null }> {
  const { personId, provider } = grant.actor;
  const [found, { requests }, language] = await Promise.all([
    call(databaseFor(grant), "own_pause", { provider: provider.id, person: personId }),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = requests.launcher;
  if (!found) return { pause: null, coming: null };
  const { paused, suspended, suspendedFrom, suspensionReason, endedOn, beginsOn } = found;
  const because = suspensionReason ? ` ${t.reason(suspensionReason)}` : "";
  const day = (on: string) => longDate(on, language);
  return {
    coming:
      suspendedFrom && !suspended && !paused ? `${t.suspensionComing(day(suspendedFrom))}${because}` : null,
    pause: !paused
      ? null
      : suspended
        ? `${t.pausedSuspended}${because}`
        : endedOn
          ? t.pausedUntil(day(endedOn))
          : beginsOn
            ? t.pausedBefore(day(beginsOn))
            : t.pausedNone,
  };
}
