CREATE TABLE "bank_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"request_id" uuid,
	"bank" text NOT NULL,
	"kind" text NOT NULL,
	"number_sealed" "bytea" NOT NULL,
	"last_four" text NOT NULL,
	"state" text NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_by" uuid NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	CONSTRAINT "bank_account_kinds" CHECK ("bank_account"."kind" in ('savings', 'current')),
	CONSTRAINT "bank_account_states" CHECK ("bank_account"."state" in ('requested', 'proposed', 'current', 'replaced', 'refused')),
	CONSTRAINT "bank_account_bank" CHECK ("bank_account"."bank" ~ '^[0-9]{4}$'),
	CONSTRAINT "bank_account_last_four" CHECK ("bank_account"."last_four" ~ '^[0-9]{4}$'),
	CONSTRAINT "bank_account_second_person" CHECK ("bank_account"."state" not in ('current', 'replaced') or "bank_account"."decided_by" <> "bank_account"."proposed_by"),
	CONSTRAINT "bank_account_decided" CHECK ("bank_account"."state" not in ('current', 'replaced') or "bank_account"."decided_by" is not null),
	CONSTRAINT "bank_account_reason" CHECK ("bank_account"."request_id" is not null or "bank_account"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "payment_account" (
	"payment_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"made_with" uuid,
	"paid_to" uuid,
	CONSTRAINT "payment_account_payment_id_provider_id_pk" PRIMARY KEY("payment_id","provider_id")
);
--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_made_with_bank_account_id_fk" FOREIGN KEY ("made_with") REFERENCES "public"."bank_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_paid_to_bank_account_id_fk" FOREIGN KEY ("paid_to") REFERENCES "public"."bank_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_current" ON "bank_account" USING btree ("provider_id") WHERE "bank_account"."state" = 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_proposed" ON "bank_account" USING btree ("provider_id") WHERE "bank_account"."state" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_requested" ON "bank_account" USING btree ("request_id") WHERE "bank_account"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "bank_account_provider" ON "bank_account" USING btree ("provider_id");