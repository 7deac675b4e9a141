import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { PrintButton } from "@/components/ui/print-button";
import { currentCaja } from "@/domain/caja/profile";
import { viewIncident } from "@/domain/incident/incidents";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import { writtenNit } from "@/model/identity/format";
import { IncidentFacts } from "../../incident-facts";

type Props = { params: Promise<{ incidente: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).admin.incidents.sheetTitle };
}

/** The report to the SIC, to print or to copy into the form of the RNBD. */
async function IncidentReportPage({ params }: Props) {
  const grant = await requireGrant("incident.read");
  const { incidente } = await params;
  const [incident, { admin }, caja] = await Promise.all([
    viewIncident(grant, incidente, await currentClient()),
    currentMessages(),
    currentCaja(),
  ]);
  if (!incident) notFound();
  const t = admin.incidents;
  const { number } = incident;
  return (
    <Page
      title={t.sheetTitle}
      back={{ href: `/admin/incidentes/${number}`, label: t.pageTitle(number) }}
      width="wide"
    >
      <p className="print:hidden">{t.sheetText}</p>
      <IncidentFacts
        incident={incident}
        first={[
          { label: t.number, value: number },
          {
            label: t.controller,
            value: caja.nit ? `${caja.legalName}, NIT ${writtenNit(caja.nit)}` : caja.legalName,
          },
          { label: t.contact, value: [caja.email, caja.phone].filter(Boolean).join(", ") },
        ]}
      />
      <PrintButton>{t.print}</PrintButton>
    </Page>
  );
}

export default unlessDown(IncidentReportPage);
