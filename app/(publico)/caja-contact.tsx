import { SummaryList } from "@/components/ui/summary-list";
import type { CajaProfile } from "@/domain/caja/last-known";
import { telephoneLink } from "@/lib/format/telephone";
import { currentMessages } from "@/messages";

/** The caja's contact data; unknown ones are left out. */
export async function CajaContact({ caja }: { caja: CajaProfile }) {
  const words = (await currentMessages()).publicPages.contact;
  const telephone = (phone: string) => (
    <a
      className="inline-flex min-h-11 items-center tabular-nums lining-nums whitespace-nowrap"
      href={telephoneLink(phone)}
    >
      {phone}
    </a>
  );
  const mail = (address: string) => (
    <a className="inline-flex min-h-11 items-center" href={`mailto:${address}`}>
      {address}
    </a>
  );
  const rows = [
    { label: words.phone, value: caja.phone && telephone(caja.phone) },
    { label: words.otherPhone, value: caja.otherPhone && telephone(caja.otherPhone) },
    { label: words.hours, value: caja.hours },
    { label: words.mail, value: caja.email && mail(caja.email) },
    { label: words.address, value: caja.address && `${caja.address}, ${caja.city}` },
  ];
  return <SummaryList rows={rows.flatMap(({ label, value }) => (value ? [{ label, value }] : []))} />;
}
