import { MoneyStrip } from "@/components/ui/money-strip";
import type { ProviderFile } from "@/domain/provider/file";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";

/** What a provider used this month, and how much of it stands where. */
export async function ProviderMonth({
  file: { provider, total, byState },
  seesMoney,
}: {
  file: ProviderFile;
  /** Whether the reader may open the settlement. */
  seesMoney: boolean;
}) {
  const { admin, settlement } = await currentMessages();
  const t = admin.providers;
  const settled = `/admin/liquidacion/${provider.id}`;
  const linked = (label: string, href: string) => (seesMoney ? <a href={href}>{label}</a> : label);
  const cells = [
    { label: linked(t.monthAmount, settled), sum: total },
    ...byState
      .filter(({ uses, state }) => uses > 0 || state !== "objected")
      .map((sum) => ({ label: linked(settlement.states[sum.state], `${settled}?estado=${sum.state}`), sum })),
  ];
  return (
    <MoneyStrip
      id="mes"
      title={t.monthTitle}
      cells={cells.map(({ label, sum }) => ({
        label,
        amount: formatPesos(sum.amount),
        note: settlement.uses(formatCount(sum.uses), sum.uses === 1),
      }))}
    />
  );
}
