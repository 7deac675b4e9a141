CREATE TABLE "settlement" (
	"use_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"invoice" text,
	"cufe" text,
	"objection" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "settlement_states" CHECK ("settlement"."state" in ('legalized', 'invoiced', 'paid', 'objected')),
	CONSTRAINT "settlement_cufe" CHECK ("settlement"."cufe" ~ '^[0-9a-f]{96}$'),
	CONSTRAINT "settlement_invoiced" CHECK ("settlement"."state" not in ('invoiced', 'paid') or ("settlement"."invoice" <> '' and "settlement"."cufe" is not null)),
	CONSTRAINT "settlement_objected" CHECK (("settlement"."state" = 'objected') = ("settlement"."objection" is not null))
);
--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_use_id_order_use_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."order_use"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "settlement_state" ON "settlement" USING btree ("state");