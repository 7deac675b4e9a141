ALTER TABLE "order_deed" DROP CONSTRAINT "order_deed_kind";--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "previewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "core_said" text;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_core_said" CHECK ("order"."core_said" is null or ("order"."state" = 'blocked' and "order"."core_said" in ('annulled', 'used'))) NOT VALID;--> statement-breakpoint
ALTER TABLE "order_deed" ADD CONSTRAINT "order_deed_kind" CHECK ("order_deed"."deed" in ('issue', 'replace', 'extend', 'give_back'));