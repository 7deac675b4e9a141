CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY NOT NULL,
	"serial" bigint GENERATED ALWAYS AS IDENTITY (sequence name "incident_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"detected_on" date NOT NULL,
	"known_on" date NOT NULL,
	"happened_on" date,
	"data" text[] NOT NULL,
	"people" integer,
	"content_sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_on" date NOT NULL,
	"reported_on" date,
	"sic_number" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incident_serial_unique" UNIQUE("serial"),
	CONSTRAINT "incident_kind" CHECK ("incident"."kind" in ('access', 'theft', 'loss', 'security', 'other')),
	CONSTRAINT "incident_state" CHECK ("incident"."state" in ('open', 'reported', 'closed')),
	CONSTRAINT "incident_people" CHECK ("incident"."people" >= 0),
	CONSTRAINT "incident_reported" CHECK (("incident"."reported_on" is null) = ("incident"."sic_number" is null)
        and ("incident"."state" = 'open') = ("incident"."reported_on" is null))
);
--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_waiting" ON "incident" USING btree ("due_on") WHERE "incident"."state" = 'open';