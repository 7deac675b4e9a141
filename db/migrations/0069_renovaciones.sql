DROP INDEX "request_one_open";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "renews" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "application_document" ADD COLUMN "renewal_days" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_first" ON "request" USING btree ("provider_id","application_code") WHERE "request"."state" in ('submitted', 'returned', 'approved') and not "request"."renews";--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_renewal" ON "request" USING btree ("provider_id","application_code") WHERE "request"."state" in ('submitted', 'returned') and "request"."renews";--> statement-breakpoint
CREATE INDEX "request_provider" ON "request" USING btree ("provider_id");--> statement-breakpoint
ALTER TABLE "application_document" ADD CONSTRAINT "application_document_renewal" CHECK ("application_document"."renewal_days" between 30 and 3650);--> statement-breakpoint
UPDATE "application_document" SET "renewal_days" = 365 WHERE "application_code" = 'CONVENIOS' AND "kind" = 'chamber' AND "required";
