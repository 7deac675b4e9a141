import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import { IncidentForm } from "../incident-form";
import { incidentOptions } from "../options";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).admin.incidents.add };
}

async function NewIncidentPage() {
  await requireGrant("incident.manage");
  const t = (await currentMessages()).admin.incidents;
  const today = bogotaDay(new Date());
  return (
    <Page title={t.add} back={{ href: "/admin/incidentes", label: t.back }} width="admin">
      <p>{t.intro}</p>
      <IncidentForm
        {...incidentOptions(t)}
        hidden={{ version: 0 }}
        idempotencyKey={randomUUID()}
        known={{ detectedOn: today, knownOn: today }}
      />
    </Page>
  );
}

export default unlessDown(NewIncidentPage);
