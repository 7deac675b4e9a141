CREATE TABLE "request_reason" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_reason_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"code" text NOT NULL,
	"document_kind" text,
	CONSTRAINT "request_reason_code" CHECK ("request_reason"."code" ~ '^[DEN][1-9]$')
);
--> statement-breakpoint
ALTER TABLE "request_document" ADD COLUMN "mark" text;--> statement-breakpoint
ALTER TABLE "request_document" ADD COLUMN "marked_by" uuid;--> statement-breakpoint
ALTER TABLE "request_document" ADD COLUMN "marked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "undo" jsonb;--> statement-breakpoint
ALTER TABLE "request_reason" ADD CONSTRAINT "request_reason_event_id_request_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."request_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_reason_event" ON "request_reason" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "request_document" ADD CONSTRAINT "request_document_marked_by_person_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_document" ADD CONSTRAINT "request_document_mark" CHECK ("request_document"."mark" in ('good', 'fix'));