ALTER TABLE "import_change" ADD COLUMN "kept" text;--> statement-breakpoint
ALTER TABLE "import_fault" ADD COLUMN "warning" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "leased_by" uuid;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "leased_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "stale_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_change" DROP COLUMN "used";