CREATE TABLE "closed_use_key" (
	"provider_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closed_use_key_provider_id_key_pk" PRIMARY KEY("provider_id","key")
);
--> statement-breakpoint
ALTER TABLE "closed_use_key" ADD CONSTRAINT "closed_use_key_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closed_use_key_at" ON "closed_use_key" USING btree ("closed_at");