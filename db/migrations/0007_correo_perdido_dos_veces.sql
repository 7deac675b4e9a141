ALTER TABLE "mail" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "crashes" integer DEFAULT 0 NOT NULL;