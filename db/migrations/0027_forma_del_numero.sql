ALTER TABLE "order_kind" ADD COLUMN "core_digits_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "order_kind" ADD COLUMN "core_shortest" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_kind" ADD COLUMN "core_longest" smallint DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_kind" ADD CONSTRAINT "order_kind_core_number" CHECK ("order_kind"."core_shortest" between 1 and "order_kind"."core_longest" and "order_kind"."core_longest" <= 20);