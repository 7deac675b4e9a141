CREATE TABLE "comparison" (
	"lookup_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"misses" smallint DEFAULT 0 NOT NULL,
	"result" text,
	"differing" text[] DEFAULT '{}' NOT NULL,
	"paper_value" bigint,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comparison_mode" CHECK ("comparison"."mode" in ('show', 'type')),
	CONSTRAINT "comparison_result" CHECK ("comparison"."result" in ('equal', 'different', 'unreadable')),
	CONSTRAINT "comparison_differing" CHECK ("comparison"."differing" <@ array['value', 'holder', 'paper']),
	CONSTRAINT "comparison_differs" CHECK ("comparison"."result" is null or ("comparison"."result" = 'different') = (cardinality("comparison"."differing") > 0)),
	CONSTRAINT "comparison_reason" CHECK (("comparison"."result" = 'unreadable') is not true or "comparison"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "undo_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"use_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"approved" boolean,
	"decision_reason" text,
	CONSTRAINT "undo_request_reason" CHECK ("undo_request"."reason" <> ''),
	CONSTRAINT "undo_request_decided" CHECK (("undo_request"."decided_at" is null) = ("undo_request"."decided_by" is null)
        and ("undo_request"."decided_at" is null) = ("undo_request"."approved" is null)
        and ("undo_request"."decided_at" is null) = ("undo_request"."decision_reason" is null)),
	CONSTRAINT "undo_request_second_person" CHECK ("undo_request"."decided_by" <> "undo_request"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_lookup_id_lookup_id_fk" FOREIGN KEY ("lookup_id") REFERENCES "public"."lookup"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_request" ADD CONSTRAINT "undo_request_use_id_order_use_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."order_use"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_request" ADD CONSTRAINT "undo_request_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_request" ADD CONSTRAINT "undo_request_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_request" ADD CONSTRAINT "undo_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "undo_request_open" ON "undo_request" USING btree ("use_id") WHERE "undo_request"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "undo_request_waiting" ON "undo_request" USING btree ("asked_at") WHERE "undo_request"."decided_at" is null;