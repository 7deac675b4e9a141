import { SummaryList } from "@/components/ui/summary-list";
import type { ProviderFile } from "@/domain/provider/file";
import { shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

/** What a provider looked up and used this month, and how much of it stands where. */
export async function ProviderMonth({
  file: { provider, total, byState, lookups },
  seesMoney,
}: {
  file: ProviderFile;
  /** Whether the reader may open the settlement. */
  seesMoney: boolean;
}) {
  const [{ admin, settlement }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.providers;
  const counted = ({ uses, amount }: { uses: number; amount: number }) =>
    `${settlement.uses(formatCount(uses), uses === 1)}, ${formatPesos(amount)}`;
  return (
    <section aria-labelledby="mes">
      <h2 id="mes">{t.monthTitle}</h2>
      <SummaryList
        rows={[
          {
            label: t.monthAmount,
            value: counted(total),
            ...(seesMoney
              ? { action: { href: `/admin/liquidacion/${provider.id}`, label: t.settlementLink } }
              : {}),
          },
          ...byState
            .filter(({ uses }) => uses > 0)
            .map((sum) => ({ label: settlement.states[sum.state], value: counted(sum) })),
          {
            label: t.lookups,
            value: t.lookupsFact(formatCount(lookups.lookups), formatCount(lookups.misses)),
          },
          ...(lookups.lastAt
            ? [{ label: t.lastLookup, value: shortDateTime(lookups.lastAt, language) }]
            : []),
        ]}
      />
    </section>
  );
}
