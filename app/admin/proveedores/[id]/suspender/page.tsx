import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { standingEmails } from "@/domain/notify/standing-emails";
import { readProviderSeen, readProviderStanding } from "@/domain/provider/standing";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import { StandingTag } from "../../standing-tag";
import { ReactivateForm } from "../reactivate-form";
import { type Notices, SuspendForm } from "../suspend-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.suspendLink };
}

/** Suspends a provider from a day on, or ends its suspension, whether it holds already or not. */
async function SuspendPage({ params }: Props) {
  const grant = await requireGrant("provider.manage");
  const { id } = await params;
  const seen = await readProviderSeen(grant, id);
  const [found, { admin }, language] = await Promise.all([
    readProviderStanding(grant, id),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!found) notFound();
  const { provider, standing } = found;
  const { legalName, suspensionReason } = provider;
  const t = admin.providers;
  const hidden = { provider: id, seen };
  return (
    <Page
      title={provider.suspendedAt ? t.reactivateTitle(legalName) : t.suspendTitle(legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: legalName }}
      width="admin"
    >
      <div className="max-w-2xl">
        <SummaryList
          rows={[
            { label: t.standing, value: <StandingTag provider={standing} framed /> },
            ...(suspensionReason ? [{ label: t.suspendedBecause, value: suspensionReason }] : []),
          ]}
        />
        <p>{provider.suspendedAt ? t.reactivateText : t.suspendText}</p>
      </div>
      {provider.suspendedAt ? (
        <ReactivateForm hidden={hidden} />
      ) : (
        <SuspendForm
          hidden={hidden}
          today={bogotaDay(new Date())}
          language={language}
          notices={await noticesOf(legalName)}
        />
      )}
    </Page>
  );
}

/** What the provider will read, with places for the day and the reason. */
async function noticesOf(company: string): Promise<{ now: Notices; later: Notices }> {
  const [emails, { requests }] = await Promise.all([standingEmails(), currentMessages()]);
  const { pausedSuspended, suspensionComing, reason } = requests.launcher;
  const now = emails.suspended(company, "{motivo}");
  const later = emails.suspendedLater(company, "{dia}", "{motivo}");
  const screen = (text: string) => `${text} ${reason("{motivo}")}`;
  return {
    now: { subject: now.subject, mail: now.text, screen: screen(pausedSuspended) },
    later: { subject: later.subject, mail: later.text, screen: screen(suspensionComing("{dia}")) },
  };
}

export default unlessDown(SuspendPage);
