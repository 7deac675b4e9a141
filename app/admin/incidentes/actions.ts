"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { closeIncident, reportIncident, saveIncident } from "@/domain/incident/incidents";
import { CloseIncidentInput, IncidentInput, ReportIncidentInput } from "@/domain/incident/schema";

export const saveIncidentAction = action(
  { needs: "incident.manage", input: IncidentInput },
  async (grant, input, client) => {
    redirect(`/admin/incidentes/${await saveIncident(grant, input, client)}`);
  },
);

export const reportIncidentAction = action(
  { needs: "incident.manage", input: ReportIncidentInput },
  async (grant, input, client) => {
    await reportIncident(grant, input, client);
    redirect(`/admin/incidentes/${input.number}`);
  },
);

export const closeIncidentAction = action(
  { needs: "incident.manage", input: CloseIncidentInput },
  async (grant, input, client) => {
    await closeIncident(grant, input, client);
    redirect(`/admin/incidentes/${input.number}`);
  },
);
