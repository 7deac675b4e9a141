CREATE SEQUENCE "public"."proof_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "proof" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"lookup_id" uuid,
	"use_id" uuid,
	"provider_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"key_id" smallint NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "proof_number_unique" UNIQUE("number"),
	CONSTRAINT "proof_kind" CHECK ("proof"."kind" in ('look_up', 'comparison', 'use', 'undo')),
	CONSTRAINT "proof_of_one" CHECK (("proof"."use_id" is null) <> ("proof"."lookup_id" is null)),
	CONSTRAINT "proof_of_use" CHECK (("proof"."kind" in ('use', 'undo')) = ("proof"."use_id" is not null)),
	CONSTRAINT "proof_number_shape" CHECK ("proof"."number" ~ '^[CU]-[0-9]{4}-[0-9]{6,}$'),
	CONSTRAINT "proof_signature" CHECK (length("proof"."signature") = 64)
);
--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_lookup_id_lookup_id_fk" FOREIGN KEY ("lookup_id") REFERENCES "public"."lookup"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_use_id_order_use_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."order_use"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_key_id_receipt_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."receipt_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proof_lookup" ON "proof" USING btree ("lookup_id","kind") WHERE "proof"."lookup_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "proof_use" ON "proof" USING btree ("use_id") WHERE "proof"."use_id" is not null;