import { SummaryList } from "@/components/ui/summary-list";
import { municipalityName } from "@/domain/place/municipalities";
import type { ProviderFile } from "@/domain/provider/file";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { formatPhone } from "@/model/identity/format";

/** A provider's data, who answers for it, and how it looked up this month. */
export async function ProviderFacts({ file: { provider, person, lookups } }: { file: ProviderFile }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.providers;
  const contact = person && [person.name, person.mobile ? formatPhone(person.mobile) : null, person.email];
  return (
    <section aria-labelledby="datos">
      <h2 className="mt-0 text-base font-bold" id="datos">
        {t.data}
      </h2>
      <SummaryList
        rows={[
          { label: t.address, value: `${provider.address}, ${municipalityName(provider.municipality)}` },
          { label: t.phone, value: formatPhone(provider.phone) },
          ...(contact ? [{ label: t.representative, value: contact.filter(Boolean).join(", ") }] : []),
          { label: t.since, value: shortDate(provider.createdAt) },
          {
            label: t.lookupsOfMonth,
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
