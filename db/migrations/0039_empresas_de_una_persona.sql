DROP INDEX "membership_one_provider";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "membership_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_open" ON "membership" USING btree ("person_id","provider_id") WHERE "membership"."removed_at" is null;