ALTER TABLE "person" ADD COLUMN "entry_code_hash" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "entry_code_misses" smallint DEFAULT 0 NOT NULL;