CREATE TABLE "payment_use" (
	"payment_id" uuid NOT NULL,
	"use_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"invoice" text NOT NULL,
	"cufe" text NOT NULL,
	"invoice_value" bigint,
	"amount" bigint NOT NULL,
	CONSTRAINT "payment_use_payment_id_use_id_pk" PRIMARY KEY("payment_id","use_id"),
	CONSTRAINT "payment_use_amount" CHECK ("payment_use"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"serial" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payment_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"reverses" uuid,
	"reason" text,
	"pay_on" date NOT NULL,
	"reference" text NOT NULL,
	"providers" integer NOT NULL,
	"uses" integer NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	"key" uuid NOT NULL,
	CONSTRAINT "payment_serial_unique" UNIQUE("serial"),
	CONSTRAINT "payment_key_unique" UNIQUE("key"),
	CONSTRAINT "payment_kinds" CHECK ("payment"."kind" in ('payment', 'reversal')),
	CONSTRAINT "payment_states" CHECK ("payment"."state" in ('pending', 'approved', 'returned')),
	CONSTRAINT "payment_sum" CHECK ("payment"."amount" > 0 and "payment"."uses" > 0 and "payment"."providers" > 0),
	CONSTRAINT "payment_reversal" CHECK (("payment"."kind" = 'reversal') = ("payment"."reverses" is not null) and ("payment"."kind" = 'reversal') = ("payment"."reason" is not null)),
	CONSTRAINT "payment_decided" CHECK (("payment"."state" = 'pending') = ("payment"."decided_at" is null) and ("payment"."decided_at" is null) = ("payment"."decided_by" is null)),
	CONSTRAINT "payment_returned" CHECK (("payment"."state" = 'returned') = ("payment"."decision" is not null)),
	CONSTRAINT "payment_second_person" CHECK ("payment"."state" <> 'approved' or "payment"."decided_by" <> "payment"."made_by")
);
--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "value" bigint;--> statement-breakpoint
ALTER TABLE "settlement" ADD COLUMN "legalized_by" uuid;--> statement-breakpoint
ALTER TABLE "settlement" ADD COLUMN "payment_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_use" ADD CONSTRAINT "payment_use_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_use" ADD CONSTRAINT "payment_use_use_id_order_use_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."order_use"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_use" ADD CONSTRAINT "payment_use_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_reverses_payment_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_use_use" ON "payment_use" USING btree ("use_id");--> statement-breakpoint
CREATE INDEX "payment_state" ON "payment" USING btree ("state","serial");--> statement-breakpoint
CREATE INDEX "payment_reverses" ON "payment" USING btree ("reverses");--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_legalized_by_person_id_fk" FOREIGN KEY ("legalized_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "settlement_payment" ON "settlement" USING btree ("payment_id") WHERE "settlement"."payment_id" is not null;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_value" CHECK ("invoice"."value" > 0);--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_in_payment" CHECK ("settlement"."payment_id" is null or "settlement"."state" in ('invoiced', 'paid'));--> statement-breakpoint
UPDATE "settlement" SET "legalized_by" = e."actor_id" FROM (SELECT DISTINCT ON ("subject_id") "subject_id", "actor_id" FROM "audit_event" WHERE "action" = 'use.legalized' ORDER BY "subject_id", "seq" DESC) e WHERE e."subject_id" = "settlement"."use_id"::text AND "settlement"."state" IN ('legalized', 'invoiced');
