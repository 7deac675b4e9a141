import { accountText } from "@/components/bank-account/account-text";
import { SummaryList } from "@/components/ui/summary-list";
import { municipalityName } from "@/domain/place/municipalities";
import type { ProviderFile } from "@/domain/provider/file";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { formatPhone } from "@/model/identity/format";

/** A provider's data, who answers for it, and how it looked up this month. */
export async function ProviderFacts({
  file: { provider, person, lookups, account },
  changesAccount,
}: {
  file: ProviderFile;
  /** Whether this person may propose another account. */
  changesAccount: boolean;
}) {
  const [{ admin, bankAccount }, language] = await Promise.all([currentMessages(), currentLanguage()]);
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
          {
            label: bankAccount.label,
            value: (
              <>
                {account ? accountText(account, bankAccount) : bankAccount.none}
                {changesAccount ? (
                  <>
                    {" "}
                    <a
                      className="inline-flex min-h-11 items-center print:hidden"
                      href={`/admin/proveedores/${provider.id}/cuenta`}
                    >
                      {bankAccount.desk.link}
                    </a>
                  </>
                ) : null}
              </>
            ),
          },
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
