import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { incidentData, incidentKinds, incidentStates } from "@/model/incident";
import { persons } from "./account";

/** The register of incidents with personal data, with what is reported to the SIC. Never deleted: it is the evidence. */
export const incidents = pgTable(
  "incident",
  {
    id: uuid().primaryKey(),
    /** Part of its number, INC-000001. */
    serial: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
    kind: text({ enum: incidentKinds }).notNull(),
    detectedOn: date("detected_on").notNull(),
    /** When it came to the knowledge of who attends to it. */
    knownOn: date("known_on").notNull(),
    /** When it happened, as far as it is known. */
    happenedOn: date("happened_on"),
    data: text({ enum: incidentData }).array().notNull(),
    /** How many people; null while nobody knows. */
    people: integer(),
    /** Sealed JSON: what happened, why, what was done, whether the people were told. It can name somebody. */
    contentSealed: bytea("content_sealed").notNull(),
    state: text({ enum: incidentStates }).notNull().default("open"),
    /** The last day to report it to the SIC. */
    dueOn: date("due_on").notNull(),
    reportedOn: date("reported_on"),
    /** The number that the SIC gave. */
    sicNumber: text("sic_number"),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => persons.id),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("incident_waiting").on(table.dueOn).where(sql`${table.state} = 'open'`),
    check("incident_kind", sql`${table.kind} in ('access', 'theft', 'loss', 'security', 'other')`),
    check("incident_state", sql`${table.state} in ('open', 'reported', 'closed')`),
    check("incident_people", sql`${table.people} >= 0`),
    check(
      "incident_reported",
      sql`(${table.reportedOn} is null) = (${table.sicNumber} is null)
        and (${table.state} = 'open') = (${table.reportedOn} is null)`,
    ),
  ],
);
