CREATE TABLE "report_counter" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_photo" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "report_photo_size" CHECK ("report_photo"."size" between 1 and 10485760),
	CONSTRAINT "report_photo_type" CHECK ("report_photo"."media_type" in ('image/jpeg', 'image/png'))
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"folio" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"reported_by" uuid NOT NULL,
	"lookup_id" uuid NOT NULL,
	"order_id" uuid,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"words_sealed" "bytea",
	"filed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"put_in_review" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"answer" text,
	"deed" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "report_folio_unique" UNIQUE("folio"),
	CONSTRAINT "report_reason" CHECK ("report"."reason" in ('value_changed', 'forged', 'holder', 'damaged', 'another_person', 'other')),
	CONSTRAINT "report_outcome" CHECK ("report"."outcome" in ('print_error', 'typing_error', 'altered', 'nothing')),
	CONSTRAINT "report_deed" CHECK ("report"."deed" in ('leave', 'unblock', 'annul')),
	CONSTRAINT "report_review_has_order" CHECK (not "report"."put_in_review" or "report"."order_id" is not null),
	CONSTRAINT "report_decided" CHECK (("report"."decided_at" is null) = ("report"."decided_by" is null)
        and ("report"."decided_at" is null) = ("report"."outcome" is null)
        and ("report"."decided_at" is null) = ("report"."deed" is null)
        and ("report"."decided_at" is null) = ("report"."answer" is null)),
	CONSTRAINT "report_second_person" CHECK ("report"."decided_by" <> "report"."reported_by")
);
--> statement-breakpoint
ALTER TABLE "report_photo" ADD CONSTRAINT "report_photo_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reported_by_person_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_lookup_id_lookup_id_fk" FOREIGN KEY ("lookup_id") REFERENCES "public"."lookup"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_waiting" ON "report" USING btree ("filed_at") WHERE "report"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "report_provider" ON "report" USING btree ("provider_id","filed_at");--> statement-breakpoint
CREATE INDEX "report_order" ON "report" USING btree ("order_id","filed_at");