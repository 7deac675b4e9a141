import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { adminFormWords } from "@/app/admin/form-words";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { readProvider, readProviderSeen } from "@/domain/provider/standing";
import { currentMessages } from "@/messages";
import { formatNit, formatPhone } from "@/model/identity/format";
import { StandingTag } from "../standing-tag";
import { reactivateAction, suspendAction } from "./actions";
import { StandingForm } from "./standing-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grant = await requireGrant("provider.manage");
  const [provider, { admin }] = await Promise.all([
    readProvider(grant, (await params).id),
    currentMessages(),
  ]);
  return { title: provider?.legalName ?? admin.providers.title };
}

async function ProviderPage({ params }: Props) {
  const grant = await requireGrant("provider.manage");
  const seen = await readProviderSeen(grant, (await params).id);
  const [provider, { admin }, form] = await Promise.all([
    readProvider(grant, (await params).id),
    currentMessages(),
    adminFormWords(),
  ]);
  if (!provider) notFound();
  const { reason, reasonHint, suspend, errors, ...t } = admin.providers;
  return (
    <Page title={provider.legalName} back={{ href: "/admin/proveedores", label: t.back }} width="admin">
      <SummaryList
        rows={[
          { label: t.nit, value: formatNit(provider.nit, provider.checkDigit) },
          { label: t.standing, value: <StandingTag provider={provider} words={t.standings} /> },
          { label: t.phone, value: formatPhone(provider.phone) },
          { label: t.address, value: provider.address },
          ...(provider.suspensionReason ? [{ label: reason, value: provider.suspensionReason }] : []),
        ]}
      />
      <h2>{provider.suspendedAt ? t.reactivateHeading : t.suspendHeading}</h2>
      <p>{provider.suspendedAt ? t.reactivateText : t.suspendText}</p>
      <StandingForm
        action={provider.suspendedAt ? reactivateAction : suspendAction}
        hidden={{ provider: provider.id, seen }}
        words={{ ...form, errors, reason, reasonHint, submit: provider.suspendedAt ? t.reactivate : suspend }}
      />
    </Page>
  );
}

export default unlessDown(ProviderPage);
