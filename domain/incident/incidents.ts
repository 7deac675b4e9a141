import { z } from "zod";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { seal, unseal } from "@/lib/crypto/seal";
import { submissionKey } from "@/lib/crypto/submission-key";
import type { Grant } from "@/model/access";
import { type IncidentData, type IncidentKind, type IncidentState, incidentDueDay } from "@/model/incident";
import { Refusal } from "@/model/refusal";
import type { CloseIncidentInput, IncidentInput, ReportIncidentInput } from "./schema";

/** The place to which what was written of an incident is sealed (lib/crypto/seal.ts). */
export const incidentPlace = (incident: string) => `incident.content:${incident}`;

const Content = z.object({
  happened: z.string(),
  cause: z.string(),
  measures: z.string(),
  notice: z.string(),
});
const MOST = 500;
/** The version of an incident that nobody has changed since it was written down. */
const FIRST_VERSION = 1;

/**
 * Writes an incident down, or what is known of it by now; answers its number. The form of a new one can be sent a second
 * time after somebody went back to it: it corrects what it recorded where it tells of the same, and is another incident
 * where both what happened and its facts are others, so that no record is written over.
 * @throws Refusal "incident_changed" · "incident_closed" · "incident_reported_early" · "incident_gone"
 */
export async function saveIncident(
  grant: Grant<"incident.manage">,
  input: IncidentInput,
  client: { ip: string },
): Promise<string> {
  let saved = await writeIncident(grant, input, client);
  if (saved.knownContent !== null) {
    const known = unseal(saved.knownContent, incidentPlace(input.key));
    const { happened } = Content.parse(JSON.parse(known));
    if (!saved.alike && happened !== input.happened)
      saved = await writeIncident(grant, { ...input, key: submissionKey(input.key, input) }, client);
    else if (!saved.alike || known !== contentOf(input))
      saved = await writeIncident(grant, { ...input, version: FIRST_VERSION }, client);
  }
  requireDone("incident_outcome", saved.outcome);
  if (saved.number === null) throw new Refusal("incident_gone");
  return saved.number;
}

const contentOf = ({ happened, cause, measures, notice }: IncidentInput) =>
  JSON.stringify({ happened, cause, measures, notice });

function writeIncident(
  grant: Grant<"incident.manage">,
  typed: IncidentInput,
  { ip }: { ip: string },
): Promise<Answer<"save_incident">> {
  const { key: incident, happened, cause, measures, notice, ...facts } = typed;
  return call(databaseFor(grant), "save_incident", {
    actor: grant.actor.personId,
    incident,
    ...facts,
    content: seal(contentOf(typed), incidentPlace(incident)),
    dueOn: incidentDueDay(facts.detectedOn, facts.knownOn),
    ip,
  });
}

/**
 * Notes that the SIC has it, and the number that it gave.
 * @throws Refusal "incident_changed" · "incident_closed" · "incident_reported_early" · "incident_gone"
 */
export async function reportIncident(
  grant: Grant<"incident.manage">,
  { incident, version, reportedOn, sicNumber }: ReportIncidentInput,
  { ip }: { ip: string },
): Promise<void> {
  const args = { actor: grant.actor.personId, incident, version, reportedOn, sicNumber, ip };
  requireDone("incident_outcome", await call(databaseFor(grant), "report_incident", args));
}

/** @throws Refusal "incident_changed" · "incident_closed" before it was reported · "incident_gone" */
export async function closeIncident(
  grant: Grant<"incident.manage">,
  { incident, version }: CloseIncidentInput,
  { ip }: { ip: string },
): Promise<void> {
  const args = { actor: grant.actor.personId, incident, version, ip };
  requireDone("incident_outcome", await call(databaseFor(grant), "close_incident", args));
}

export type ListedIncident = Answer<"list_incidents">[number];

/** The register, what is not reported first; or what is not reported alone. */
export async function listIncidents(
  grant: Grant<"incident.read">,
  { open = false }: { open?: boolean } = {},
): Promise<ListedIncident[]> {
  const all = await call(databaseFor(grant), "list_incidents", { actor: grant.actor.personId, limit: MOST });
  return open ? all.filter(({ state }) => state === "open") : all;
}

/** One incident with what was written in it; null for an unknown number. Opening it stands in the log. */
export async function viewIncident(grant: Grant<"incident.read">, number: string, { ip }: { ip: string }) {
  const found = await call(databaseFor(grant), "view_incident", { actor: grant.actor.personId, number, ip });
  if (!found) return null;
  const { contentSealed, kind, state, data, ...rest } = found;
  return {
    ...rest,
    kind: kind as IncidentKind,
    state: state as IncidentState,
    data: data as IncidentData[],
    ...Content.parse(JSON.parse(unseal(contentSealed, incidentPlace(found.id)))),
  };
}
export type Incident = NonNullable<Awaited<ReturnType<typeof viewIncident>>>;
