CREATE TABLE "factor_reset" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"code_misses" smallint DEFAULT 0 NOT NULL,
	"objection_hash" "bytea",
	"ended_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "factor_reset_objection_hash_unique" UNIQUE("objection_hash")
);
--> statement-breakpoint
CREATE TABLE "factor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"secret" "bytea",
	"last_step" bigint,
	"credential_id" text,
	"public_key" "bytea",
	"counter" bigint,
	"transports" text[],
	CONSTRAINT "factor_kind" CHECK ("factor"."kind" in ('totp', 'passkey')),
	CONSTRAINT "factor_whole" CHECK ("factor"."ended_at" is not null or case "factor"."kind" when 'totp' then "factor"."secret" is not null
        else "factor"."credential_id" is not null and "factor"."public_key" is not null and "factor"."counter" is not null end)
);
--> statement-breakpoint
CREATE TABLE "paper_code_set" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "paper_code" (
	"set_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "paper_code_set_id_code_hash_pk" PRIMARY KEY("set_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "needs_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "proven_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "may_enrol" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge" "bytea";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "factor_reset" ADD CONSTRAINT "factor_reset_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_reset" ADD CONSTRAINT "factor_reset_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor" ADD CONSTRAINT "factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_code_set" ADD CONSTRAINT "paper_code_set_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_code" ADD CONSTRAINT "paper_code_set_id_paper_code_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."paper_code_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "factor_reset_open" ON "factor_reset" USING btree ("person_id") WHERE "factor_reset"."ended_at" is null and "factor_reset"."used_at" is null;--> statement-breakpoint
CREATE INDEX "factor_person" ON "factor" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "factor_totp" ON "factor" USING btree ("person_id") WHERE "factor"."kind" = 'totp' and "factor"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "factor_credential" ON "factor" USING btree ("credential_id") WHERE "factor"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_code_set_open" ON "paper_code_set" USING btree ("person_id") WHERE "paper_code_set"."ended_at" is null;