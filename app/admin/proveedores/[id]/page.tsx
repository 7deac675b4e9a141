import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { readProvider, readProviderSeen } from "@/domain/provider/standing";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit, formatPhone } from "@/model/identity/format";
import { StandingTag } from "../standing-tag";
import { StandingForm } from "./standing-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grant = await requireGrant("provider.read");
  const [provider, { admin }] = await Promise.all([
    readProvider(grant, (await params).id),
    currentMessages(),
  ]);
  return { title: provider?.legalName ?? admin.providers.title };
}

async function ProviderPage({ params }: Props) {
  const grant = await requireGrant("provider.read");
  const seen = await readProviderSeen(grant, (await params).id);
  const [provider, { admin }] = await Promise.all([
    readProvider(grant, (await params).id),
    currentMessages(),
  ]);
  if (!provider) notFound();
  const t = admin.providers;
  return (
    <Page title={provider.legalName} back={{ href: "/admin/proveedores", label: t.back }} width="admin">
      <SummaryList
        rows={[
          { label: t.nit, value: formatNit(provider.nit, provider.checkDigit) },
          { label: t.standing, value: <StandingTag provider={provider} /> },
          { label: t.phone, value: formatPhone(provider.phone) },
          { label: t.address, value: provider.address },
          ...(provider.suspensionReason ? [{ label: t.reason, value: provider.suspensionReason }] : []),
        ]}
      />
      {can(grant.actor, "provider.manage") ? (
        <>
          <h2>{provider.suspendedAt ? t.reactivateHeading : t.suspendHeading}</h2>
          <p>{provider.suspendedAt ? t.reactivateText : t.suspendText}</p>
          <StandingForm suspended={provider.suspendedAt !== null} hidden={{ provider: provider.id, seen }} />
        </>
      ) : null}
    </Page>
  );
}

export default unlessDown(ProviderPage);
