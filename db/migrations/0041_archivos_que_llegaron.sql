CREATE TABLE "kept_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"form" text NOT NULL,
	"field" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_file_of_field" UNIQUE("person_id","provider_id","form","field"),
	CONSTRAINT "kept_file_size" CHECK (length("kept_file"."sealed") between 1 and 10486784),
	CONSTRAINT "kept_file_form" CHECK ("kept_file"."form" ~ '^(request:[A-Z]{1,40}|correction:SOL-\d{4}-\d{6,9})$'),
	CONSTRAINT "kept_file_field" CHECK ("kept_file"."field" in ('rut', 'camara'))
);
--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_file_age" ON "kept_file" USING btree ("kept_at");