DROP INDEX "request_queue";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "filed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "request_place" ON "request" USING btree ("state","filed_at");--> statement-breakpoint
UPDATE "request" SET "filed_at" = coalesce((SELECT min(e."at") FROM "request_event" e WHERE e."request_id" = "request"."id" AND e."kind" = 'submitted'), "submitted_at");