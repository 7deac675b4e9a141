CREATE TABLE "email_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email_sealed" "bytea",
	"old_hash" "bytea" NOT NULL,
	"new_hash" "bytea" NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "email_change_old_hash_unique" UNIQUE("old_hash"),
	CONSTRAINT "email_change_new_hash_unique" UNIQUE("new_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "bound_hash" "bytea";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "bound_agent" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "email_change_open" ON "email_change" USING btree ("person_id") WHERE "email_change"."ended_at" is null and "email_change"."done_at" is null;--> statement-breakpoint
CREATE INDEX "email_change_requested" ON "email_change" USING btree ("requested_at");