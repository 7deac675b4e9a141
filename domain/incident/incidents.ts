import { z } from "zod";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { seal, unseal } from "@/lib/crypto/seal";
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
 * Writes an incident down, or what is known of it by now; answers its number. The form of a new one that is sent a second
 * time is no other incident: what was changed in it is a correction of what it recorded.
 * @throws Refusal "incident_changed" · "incident_closed" · "incident_gone"
 */
export async function saveIncident(
  grant: Grant<"incident.manage">,
  { key: incident, happened, cause, measures, notice, ...input }: IncidentInput,
  { ip }: { ip: string },
): Promise<string> {
  const content = JSON.stringify({ happened, cause, measures, notice });
  const place = incidentPlace(incident);
  const facts = {
    actor: grant.actor.personId,
    incident,
    ...input,
    content: seal(content, place),
    dueOn: incidentDueDay(input.detectedOn, input.knownOn),
    ip,
  };
  let saved = await call(databaseFor(grant), "save_incident", facts);
  const isCorrection = saved.knownContent && !(saved.alike && unseal(saved.knownContent, place) === content);
  if (isCorrection)
    saved = await call(databaseFor(grant), "save_incident", { ...facts, version: FIRST_VERSION });
  requireDone("incident_outcome", saved.outcome);
  if (saved.number === null) throw new Refusal("incident_gone");
  return saved.number;
}

/**
 * Notes that the SIC has it, and the number that it gave.
 * @throws Refusal "incident_changed" · "incident_closed" · "incident_gone"
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

/** The register, what is not reported first. */
export function listIncidents(grant: Grant<"incident.read">): Promise<ListedIncident[]> {
  return call(databaseFor(grant), "list_incidents", { actor: grant.actor.personId, limit: MOST });
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
