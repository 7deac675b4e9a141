CREATE TABLE "invoice" (
	"provider_id" uuid NOT NULL,
	"number_key" text NOT NULL,
	"cufe" text NOT NULL,
	CONSTRAINT "invoice_provider_id_number_key_pk" PRIMARY KEY("provider_id","number_key"),
	CONSTRAINT "invoice_cufe_unique" UNIQUE("cufe"),
	CONSTRAINT "invoice_number" CHECK ("invoice"."number_key" <> ''),
	CONSTRAINT "invoice_cufe" CHECK ("invoice"."cufe" ~ '^[0-9a-f]{96}$')
);
--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;