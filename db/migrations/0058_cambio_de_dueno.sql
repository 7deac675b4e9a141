ALTER TABLE "invitation" ADD COLUMN "replaces_owner" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "code_hash" "bytea";--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "code_misses" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_replaces_owner" ON "invitation" USING btree ("provider_id") WHERE "invitation"."replaces_owner" and "invitation"."accepted_at" is null and "invitation"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_of_owner" CHECK (not "invitation"."replaces_owner" or ("invitation"."role" = 'owner' and "invitation"."proof" is not null and "invitation"."code_hash" is not null));