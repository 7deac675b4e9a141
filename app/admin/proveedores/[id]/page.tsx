import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { municipalityName } from "@/domain/place/municipalities";
import { readProviderFile } from "@/domain/provider/file";
import { readProvider } from "@/domain/provider/standing";
import { shortDate } from "@/lib/format/date";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit, formatPhone } from "@/model/identity/format";
import { StandingTag } from "../standing-tag";
import { ProviderMonth } from "./provider-month";
import { ProviderRecords } from "./provider-records";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grant = await requireGrant("provider.read");
  const [provider, { admin }] = await Promise.all([
    readProvider(grant, (await params).id),
    currentMessages(),
  ]);
  return { title: provider?.legalName ?? admin.providers.title };
}

/** The file of a provider: how it stands, its month, its people, places, papers and history. */
async function ProviderPage({ params }: Props) {
  const grant = await requireGrant("provider.read");
  const [file, { admin }] = await Promise.all([
    readProviderFile(grant, (await params).id),
    currentMessages(),
  ]);
  if (!file) notFound();
  const { provider, standing } = file;
  const { agreement, startsOn, endsOn } = standing;
  const t = admin.providers;
  return (
    <Page title={provider.legalName} back={{ href: "/admin/proveedores", label: t.back }} width="admin">
      <SummaryList
        rows={[
          {
            label: t.standing,
            value: <StandingTag provider={standing} framed />,
            ...(can(grant.actor, "provider.manage")
              ? {
                  action: {
                    href: `/admin/proveedores/${provider.id}/suspender`,
                    label: provider.suspendedAt ? t.reactivateLink : t.suspendLink,
                  },
                }
              : {}),
          },
          ...(provider.suspensionReason
            ? [{ label: t.suspendedBecause, value: provider.suspensionReason }]
            : []),
          {
            label: t.agreement,
            value:
              agreement && startsOn && endsOn
                ? t.agreementDays(agreement, shortDate(startsOn), shortDate(endsOn))
                : t.noAgreement,
          },
          { label: t.nit, value: formatNit(provider.nit, provider.checkDigit) },
          { label: t.phone, value: formatPhone(provider.phone) },
          {
            label: t.address,
            value: `${provider.address}, ${municipalityName(provider.municipality)}`,
            ...(can(grant.actor, "provider.manage")
              ? { action: { href: `/admin/proveedores/${provider.id}/corregir`, label: t.correctLink } }
              : {}),
          },
        ]}
      />
      <ProviderMonth file={file} seesMoney={can(grant.actor, "settlement.read")} />
      <ProviderRecords file={file} actor={grant.actor} />
    </Page>
  );
}

export default unlessDown(ProviderPage);
