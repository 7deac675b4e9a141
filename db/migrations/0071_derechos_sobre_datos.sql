CREATE TABLE "rights_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rights_event_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"text_sealed" "bytea",
	CONSTRAINT "rights_event_kind" CHECK ("rights_event"."kind" in ('filed', 'missing', 'completed', 'extended', 'identity', 'exported', 'answered', 'abandoned'))
);
--> statement-breakpoint
CREATE TABLE "rights_file" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rights_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"asker" text NOT NULL,
	"content_sealed" "bytea",
	"id_index" "bytea",
	"code_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"filed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"whole_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"extended_at" timestamp with time zone,
	"missing_until" date,
	"mailbox_proven_at" timestamp with time zone,
	"identity_at" timestamp with time zone,
	"identity_by" uuid,
	"result" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rights_request_number_unique" UNIQUE("number"),
	CONSTRAINT "rights_request_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "rights_request_kind" CHECK ("rights_request"."kind" in ('consult', 'correct', 'erase', 'revoke')),
	CONSTRAINT "rights_request_asker" CHECK ("rights_request"."asker" in ('affiliate', 'provider_person', 'heir', 'representative')),
	CONSTRAINT "rights_request_state" CHECK ("rights_request"."state" in ('open', 'incomplete', 'answered', 'abandoned')),
	CONSTRAINT "rights_request_result" CHECK ("rights_request"."result" in ('granted', 'partly', 'refused')),
	CONSTRAINT "rights_request_closed_whole" CHECK (("rights_request"."state" in ('answered', 'abandoned')) = ("rights_request"."closed_at" is not null)
        and ("rights_request"."state" = 'answered') = ("rights_request"."result" is not null)),
	CONSTRAINT "rights_request_identity" CHECK (("rights_request"."identity_at" is null) = ("rights_request"."identity_by" is null)),
	CONSTRAINT "rights_request_missing" CHECK ("rights_request"."state" <> 'incomplete' or "rights_request"."missing_until" is not null)
);
--> statement-breakpoint
ALTER TABLE "notice_choice" DROP CONSTRAINT "notice_choice_kind";--> statement-breakpoint
ALTER TABLE "rights_event" ADD CONSTRAINT "rights_event_request_id_rights_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."rights_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_event" ADD CONSTRAINT "rights_event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_file" ADD CONSTRAINT "rights_file_request_id_rights_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."rights_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_identity_by_person_id_fk" FOREIGN KEY ("identity_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rights_event_request" ON "rights_event" USING btree ("request_id","place");--> statement-breakpoint
CREATE INDEX "rights_request_waiting" ON "rights_request" USING btree ("due_on") WHERE "rights_request"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "rights_request_closed" ON "rights_request" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "rights_request_holder" ON "rights_request" USING btree ("id_index");--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_kind" CHECK ("notice_choice"."kind" in ('request', 'correction', 'report', 'undo', 'approval', 'payment', 'rights', 'overdue'));