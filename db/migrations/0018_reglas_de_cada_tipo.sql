CREATE TABLE "order_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"order_version" timestamp with time zone NOT NULL,
	"valid_until" date,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "order_change_deed" CHECK ("order_change"."deed" in ('extend', 'replace')),
	CONSTRAINT "order_change_state" CHECK ("order_change"."state" in ('waiting', 'approved', 'sent_back', 'lapsed')),
	CONSTRAINT "order_change_day" CHECK (("order_change"."deed" = 'extend') = ("order_change"."valid_until" is not null)),
	CONSTRAINT "order_change_second_person" CHECK ("order_change"."state" <> 'approved' or ("order_change"."decided_by" is not null and "order_change"."decided_by" <> "order_change"."asked_by"))
);
--> statement-breakpoint
CREATE TABLE "order_deed" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"kind_code" text NOT NULL,
	"affiliate_id_index" "bytea" NOT NULL,
	"amount" bigint NOT NULL,
	"done_by" uuid NOT NULL,
	"approved_by" uuid,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_deed_kind" CHECK ("order_deed"."deed" in ('issue', 'replace', 'extend')),
	CONSTRAINT "order_deed_amount" CHECK ("order_deed"."amount" > 0),
	CONSTRAINT "order_deed_second_person" CHECK ("order_deed"."approved_by" <> "order_deed"."done_by")
);
--> statement-breakpoint
CREATE TABLE "order_repeat" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"repeats" uuid NOT NULL,
	"reason" text NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_deed" ADD CONSTRAINT "order_deed_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_deed" ADD CONSTRAINT "order_deed_done_by_person_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_deed" ADD CONSTRAINT "order_deed_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_repeat" ADD CONSTRAINT "order_repeat_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_repeat" ADD CONSTRAINT "order_repeat_repeats_order_id_fk" FOREIGN KEY ("repeats") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_repeat" ADD CONSTRAINT "order_repeat_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "order_change_waiting" ON "order_change" USING btree ("order_id") WHERE "order_change"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "order_change_order" ON "order_change" USING btree ("order_id","asked_at");--> statement-breakpoint
CREATE INDEX "order_deed_person" ON "order_deed" USING btree ("done_by","done_at");--> statement-breakpoint
CREATE INDEX "order_deed_affiliate" ON "order_deed" USING btree ("affiliate_id_index","done_at");--> statement-breakpoint
CREATE INDEX "order_deed_order" ON "order_deed" USING btree ("order_id");