import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Unbroken } from "@/components/ui/unbroken";
import { viewIncident } from "@/domain/incident/incidents";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { closeIncidentAction } from "../actions";
import { IncidentFacts } from "../incident-facts";
import { IncidentForm, ReportIncidentForm } from "../incident-form";
import { incidentOptions } from "../options";

type Props = { params: Promise<{ incidente: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ incidente }, { admin }] = await Promise.all([params, currentMessages()]);
  return { title: admin.incidents.pageTitle(incidente) };
}

/** One incident: what is known, its report to the SIC, and the form that completes it. */
async function IncidentPage({ params }: Props) {
  const grant = await requireGrant("incident.read");
  const { incidente } = await params;
  const [incident, { admin }] = await Promise.all([
    viewIncident(grant, incidente, await currentClient()),
    currentMessages(),
  ]);
  if (!incident) notFound();
  const t = admin.incidents;
  const { id, number, version, state, kind, data, people, detectedOn, knownOn, happenedOn } = incident;
  const { happened, cause, measures, notice } = incident;
  const manages = can(grant.actor, "incident.manage");
  const hidden = { incident: id, number, version };
  return (
    <Page
      title={<Unbroken text={t.pageTitle(number)} />}
      back={{ href: "/admin/incidentes", label: t.back }}
      width="admin"
    >
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <section aria-labelledby="hechos">
          <h2 id="hechos">{t.facts}</h2>
          <IncidentFacts incident={incident} />
        </section>
        <section aria-labelledby="reporte">
          <h2 id="reporte">{t.reportTitle}</h2>
          <p>{t.reportText}</p>
          <div className="mb-4">
            <ButtonLink href={`/admin/incidentes/${number}/reporte`} variant="outline">
              {t.prepare}
            </ButtonLink>
          </div>
          {manages && state === "open" ? <ReportIncidentForm hidden={{ ...hidden, detectedOn }} /> : null}
          {manages && state === "reported" ? (
            <OneButtonForm
              action={closeIncidentAction}
              hidden={hidden}
              label={t.form.close}
              variant="outline"
            />
          ) : null}
          {manages ? null : <p className="text-hint text-ink-soft">{t.readOnly}</p>}
        </section>
      </div>
      {manages && state !== "closed" ? (
        <section aria-labelledby="corregir">
          <h2 id="corregir">{t.editTitle}</h2>
          <IncidentForm
            {...incidentOptions(t)}
            hidden={{ version }}
            idempotencyKey={id}
            known={{
              ...{ kind, detectedOn, knownOn, happenedOn: happenedOn ?? "", data },
              ...{ people: people === null ? "" : String(people), happened, cause, measures, notice },
            }}
          />
        </section>
      ) : null}
    </Page>
  );
}

export default unlessDown(IncidentPage);
