import type { Messages } from "@/messages/es-CO";
import { incidentData, incidentKinds } from "@/model/incident";

/** What the form of an incident offers. */
export const incidentOptions = ({ kinds, dataKinds }: Messages["admin"]["incidents"]) => ({
  kinds: incidentKinds.map((value) => ({ value, label: kinds[value] })),
  data: incidentData.map((value) => ({ value, label: dataKinds[value] })),
});
