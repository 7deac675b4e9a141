CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"policy_id" integer NOT NULL,
	"purposes" text[] NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"ip" text,
	"user_agent" text,
	"language" text NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "mail_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "mail_link_purpose" CHECK ("mail_link"."purpose" in ('confirm', 'invite', 'password'))
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('owner', 'clerk', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"id_kind" text,
	"id_number" text,
	"mobile" text,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"caja_role" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_caja_role" CHECK ("person"."caja_role" in ('administrator', 'officer', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"text" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"policy_id" integer NOT NULL,
	"purposes" text[] NOT NULL,
	"consented_at" timestamp with time zone DEFAULT now() NOT NULL,
	"consent_ip" text,
	"consent_user_agent" text,
	"language" text NOT NULL,
	"answers" "bytea",
	"submitted_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registration_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idle_seconds" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"ip" text,
	"user_agent" text,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"provider_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"channel" text NOT NULL,
	"ip" text,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_counter" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"spent" integer NOT NULL,
	CONSTRAINT "budget_counter_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "lookup" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind_code" text NOT NULL,
	"number_typed" text NOT NULL,
	"id_index" "bytea" NOT NULL,
	"id_sealed" "bytea",
	"outcome" text NOT NULL,
	"order_id" uuid,
	"wait_until" timestamp with time zone,
	CONSTRAINT "lookup_outcome" CHECK ("lookup"."outcome" in ('current', 'used', 'annulled', 'expired', 'not_yet', 'other_provider', 'not_found', 'waiting', 'paused'))
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_key" text NOT NULL,
	"message_id" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "mail_event_key_unique" UNIQUE("event_key"),
	CONSTRAINT "mail_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"lines" integer NOT NULL,
	"inserted" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"started_by" uuid
);
--> statement-breakpoint
CREATE TABLE "order_kind" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"largest_value" bigint NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind_code" text NOT NULL,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"affiliate_id_kind" text NOT NULL,
	"affiliate_id_sealed" "bytea" NOT NULL,
	"affiliate_id_index" "bytea" NOT NULL,
	"affiliate_name_sealed" "bytea" NOT NULL,
	"value" bigint NOT NULL,
	"concept" text NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"provider_nit" text,
	"office" text NOT NULL,
	"state" text NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_value_positive" CHECK ("order"."value" > 0),
	CONSTRAINT "order_period" CHECK ("order"."valid_until" >= "order"."issued_on"),
	CONSTRAINT "order_state" CHECK ("order"."state" in ('issued', 'annulled', 'used')),
	CONSTRAINT "order_number_key" CHECK ("order"."number_key" <> '' and "order"."number_key" = upper("order"."number_key"))
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"nit" text NOT NULL,
	"check_digit" smallint NOT NULL,
	"legal_name" text NOT NULL,
	"email" text,
	"phone" text,
	"municipality" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_number_unique" UNIQUE("number"),
	CONSTRAINT "agreement_nit_digits" CHECK ("agreement"."nit" ~ '^[0-9]{6,10}$'),
	CONSTRAINT "agreement_period" CHECK ("agreement"."ends_on" >= "agreement"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "application" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"button_label" text NOT NULL,
	"path" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "granted_application" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"application_code" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"nit" text NOT NULL,
	"check_digit" smallint NOT NULL,
	"legal_name" text NOT NULL,
	"municipality" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"suspension_reason" text,
	CONSTRAINT "provider_nit_digits" CHECK ("provider"."nit" ~ '^[0-9]{6,10}$'),
	CONSTRAINT "provider_municipality" CHECK ("provider"."municipality" ~ '^[0-9]{5}$'),
	CONSTRAINT "provider_suspension_has_reason" CHECK (("provider"."suspended_at" is null) = ("provider"."suspension_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "filing_counter" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "request_document_size" CHECK ("request_document"."size" between 1 and 10485760),
	CONSTRAINT "request_document_type" CHECK ("request_document"."media_type" in ('application/pdf', 'image/jpeg', 'image/png'))
);
--> statement-breakpoint
CREATE TABLE "request_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"filing_number" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"application_code" text NOT NULL,
	"state" text NOT NULL,
	"agreement_number" text,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "request_filing_number_unique" UNIQUE("filing_number"),
	CONSTRAINT "request_state" CHECK ("request"."state" in ('submitted', 'returned', 'approved', 'rejected')),
	CONSTRAINT "request_refusal_has_reason" CHECK ("request"."state" not in ('returned', 'rejected') or length(trim("request"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "caja_profile" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"legal_name" text NOT NULL,
	"nit" text NOT NULL,
	"phone" text NOT NULL,
	"other_phone" text,
	"hours" text NOT NULL,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"city" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "caja_profile_single" CHECK ("caja_profile"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_kind_code_order_kind_code_fk" FOREIGN KEY ("kind_code") REFERENCES "public"."order_kind"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "granted_application" ADD CONSTRAINT "granted_application_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "granted_application" ADD CONSTRAINT "granted_application_application_code_application_code_fk" FOREIGN KEY ("application_code") REFERENCES "public"."application"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_document" ADD CONSTRAINT "request_document_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_application_code_application_code_fk" FOREIGN KEY ("application_code") REFERENCES "public"."application"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open" ON "invitation" USING btree ("provider_id",lower("email")) WHERE "invitation"."accepted_at" is null and "invitation"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "mail_link_subject" ON "mail_link" USING btree ("purpose","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_one_provider" ON "membership" USING btree ("person_id") WHERE "membership"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "membership_provider" ON "membership" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "audit_event" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "lookup_provider" ON "lookup" USING btree ("provider_id","asked_at");--> statement-breakpoint
CREATE INDEX "lookup_order" ON "lookup" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("next_attempt_at") WHERE "mail"."sent_at" is null and "mail"."given_up_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "order_kind_number" ON "order" USING btree ("kind_code","number_key");--> statement-breakpoint
CREATE INDEX "order_affiliate" ON "order" USING btree ("affiliate_id_index");--> statement-breakpoint
CREATE INDEX "order_updated" ON "order" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "agreement_nit" ON "agreement" USING btree ("nit");--> statement-breakpoint
CREATE UNIQUE INDEX "granted_application_once" ON "granted_application" USING btree ("provider_id","application_code");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_approved_nit" ON "provider" USING btree ("nit") WHERE "provider"."approved_at" is not null;--> statement-breakpoint
CREATE INDEX "provider_nit" ON "provider" USING btree ("nit");--> statement-breakpoint
CREATE UNIQUE INDEX "request_document_current" ON "request_document" USING btree ("request_id","kind") WHERE "request_document"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "request_event_request" ON "request_event" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_one_open" ON "request" USING btree ("provider_id","application_code") WHERE "request"."state" in ('submitted', 'returned', 'approved');--> statement-breakpoint
CREATE INDEX "request_queue" ON "request" USING btree ("state","submitted_at");