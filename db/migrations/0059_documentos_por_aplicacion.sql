CREATE TABLE "application_document" (
	"application_code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hint" text DEFAULT '' NOT NULL,
	"example" text DEFAULT '' NOT NULL,
	"required" boolean NOT NULL,
	"largest_age_days" integer,
	"position" smallint NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_document_application_code_kind_pk" PRIMARY KEY("application_code","kind"),
	CONSTRAINT "application_document_kind" CHECK ("application_document"."kind" ~ '^[a-z][a-z0-9_]{1,39}$'),
	CONSTRAINT "application_document_name" CHECK (length("application_document"."name") between 2 and 80),
	CONSTRAINT "application_document_texts" CHECK (length("application_document"."hint") <= 200 and length("application_document"."example") <= 200),
	CONSTRAINT "application_document_age" CHECK ("application_document"."largest_age_days" between 1 and 3650),
	CONSTRAINT "application_document_position" CHECK ("application_document"."position" between 1 and 99)
);
--> statement-breakpoint
ALTER TABLE "kept_file" DROP CONSTRAINT "kept_file_field";--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "asked" jsonb DEFAULT '[{"kind":"rut","name":"RUT","required":true,"largest_age_days":null},{"kind":"chamber","name":"Certificado de Cámara de Comercio","required":true,"largest_age_days":null}]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "application_document" ADD CONSTRAINT "application_document_application_code_application_code_fk" FOREIGN KEY ("application_code") REFERENCES "public"."application"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_file" ADD CONSTRAINT "kept_file_field" CHECK ("kept_file"."field" ~ '^[a-z][a-z0-9_]{1,39}$');