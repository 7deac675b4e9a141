-- Each widened constraint holds of every old row, so none of millions is read: NOT VALID.
CREATE TABLE "superseded_code" (
	"code_id" "bytea" PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"key_id" smallint NOT NULL,
	"code" "bytea" NOT NULL,
	"check_index" "bytea" NOT NULL,
	"tail_index" "bytea" NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "superseded_code_id_length" CHECK (length("superseded_code"."code_id") = 8),
	CONSTRAINT "superseded_code_length" CHECK (length("superseded_code"."code") = 92)
);
--> statement-breakpoint
CREATE TABLE "order_hold" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"report_id" uuid,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"release_reason" text,
	CONSTRAINT "order_hold_reason" CHECK ("order_hold"."reason" <> ''),
	CONSTRAINT "order_hold_released" CHECK (("order_hold"."released_at" is null) = ("order_hold"."released_by" is null)
        and ("order_hold"."released_at" is null) = ("order_hold"."release_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "order_kind_version" (
	"kind_code" text NOT NULL,
	"version" smallint NOT NULL,
	"name" text NOT NULL,
	"shown_fields" text[] NOT NULL,
	"registers_use" boolean NOT NULL,
	"claim_first" boolean NOT NULL,
	"partial_use" boolean NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_kind_version_kind_code_version_pk" PRIMARY KEY("kind_code","version")
);
--> statement-breakpoint
ALTER TABLE "lookup" DROP CONSTRAINT "lookup_outcome";
--> statement-breakpoint
ALTER TABLE "order" DROP CONSTRAINT "order_untouched";
--> statement-breakpoint
ALTER TABLE "order" DROP CONSTRAINT "order_blocked";
--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "kind_version" smallint;
--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "voided_by" uuid;
--> statement-breakpoint
ALTER TABLE "superseded_code" ADD CONSTRAINT "superseded_code_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "superseded_code" ADD CONSTRAINT "superseded_code_key_id_order_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."order_key"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_hold" ADD CONSTRAINT "order_hold_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_hold" ADD CONSTRAINT "order_hold_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_hold" ADD CONSTRAINT "order_hold_placed_by_person_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_hold" ADD CONSTRAINT "order_hold_released_by_person_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_kind_version" ADD CONSTRAINT "order_kind_version_kind_code_order_kind_code_fk" FOREIGN KEY ("kind_code") REFERENCES "public"."order_kind"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "superseded_code_order" ON "superseded_code" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "order_hold_standing" ON "order_hold" USING btree ("order_id") WHERE "order_hold"."released_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "order_hold_report" ON "order_hold" USING btree ("report_id");
--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_voided_by_person_id_fk" FOREIGN KEY ("voided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_outcome" CHECK ("lookup"."outcome" in ('current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'claimed', 'other_provider', 'not_found', 'waiting', 'paused', 'digits', 'forged', 'foreign', 'superseded')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_draft_untouched" CHECK ("order"."state" <> 'draft' or "order"."balance" = "order"."value") NOT VALID;
--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_voided" CHECK ("order"."voided_by" is null or "order"."state" = 'annulled') NOT VALID;
--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_state_before" CHECK ("order"."state_before" is null or "order"."state" in ('blocked', 'used', 'annulled')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_blocked" CHECK ("order"."state" <> 'blocked' or "order"."state_before" is not null) NOT VALID;
