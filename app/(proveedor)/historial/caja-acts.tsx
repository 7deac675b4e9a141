import { Timeline } from "@/components/ui/timeline";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { CorrectedPart } from "@/domain/provider/correct";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";

const isPart = (parts: Readonly<Record<string, string>>, name: string): name is CorrectedPart =>
  Object.hasOwn(parts, name);

/** What the caja did to the provider: suspensions, their ends, corrected data. Nothing where it did nothing. */
export async function CajaActs({ grant }: { grant: Grant<"history.read"> }) {
  const { personId, provider } = grant.actor;
  const [acts, { history, admin }, language] = await Promise.all([
    call(databaseFor(grant), "own_caja_acts", { provider: provider.id, person: personId }),
    currentMessages(),
    currentLanguage(),
  ]);
  if (acts.length === 0) return null;
  const t = history.cajaActs;
  const { correctedParts } = admin.providers;
  return (
    <section aria-labelledby="entidad">
      <h2 id="entidad">{t.title}</h2>
      <Timeline
        items={acts.map(({ at, action, reason, fromDay, parts }) => ({
          title: titleOf(action, {
            suspended: () => t.suspended(longDate(fromDay ?? bogotaDay(at), language)),
            corrected: () =>
              t.corrected(
                parts.flatMap((part) => (isPart(correctedParts, part) ? correctedParts[part] : [])),
              ),
            plain: t.plain,
          }),
          when: longDate(bogotaDay(at), language),
          note: reason ? t.reason(reason) : undefined,
        }))}
      />
    </section>
  );
}

function titleOf(
  action: string,
  words: { suspended: () => string; corrected: () => string; plain: Readonly<Record<string, string>> },
): string {
  if (action === "provider.suspended") return words.suspended();
  if (action === "provider.corrected") return words.corrected();
  return words.plain[action] ?? action;
}
