CREATE TABLE "miss_alert" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"misses" integer NOT NULL,
	"providers" uuid[] NOT NULL,
	"raised_at" timestamp with time zone,
	CONSTRAINT "miss_alert_scope_key_window_start_pk" PRIMARY KEY("scope","key","window_start")
);
--> statement-breakpoint
ALTER TABLE "budget_counter" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lookup" ADD COLUMN "ahead_seconds" integer;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "first_refused_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "miss_alert_raised" ON "miss_alert" USING btree ("raised_at") WHERE "miss_alert"."raised_at" is not null;--> statement-breakpoint
CREATE INDEX "miss_alert_old" ON "miss_alert" USING btree ("window_start");