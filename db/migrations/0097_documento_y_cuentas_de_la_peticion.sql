CREATE TABLE "rights_account" (
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rights_account_request_id_person_id_pk" PRIMARY KEY("request_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "rights_event" DROP CONSTRAINT "rights_event_kind";--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "id_kind" text;--> statement-breakpoint
ALTER TABLE "rights_account" ADD CONSTRAINT "rights_account_request_id_rights_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."rights_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_account" ADD CONSTRAINT "rights_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_account" ADD CONSTRAINT "rights_account_named_by_person_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_event" ADD CONSTRAINT "rights_event_kind" CHECK ("rights_event"."kind" in ('filed', 'missing', 'completed', 'extended', 'identity', 'exported', 'revoked', 'answered', 'abandoned', 'code_sent', 'account_named', 'account_removed'));