CREATE TABLE "lookup_face" (
	"lookup_id" uuid PRIMARY KEY NOT NULL,
	"face" jsonb NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comparison" ADD COLUMN "value" bigint;--> statement-breakpoint
ALTER TABLE "comparison" ADD COLUMN "balance" bigint;--> statement-breakpoint
ALTER TABLE "lookup_face" ADD CONSTRAINT "lookup_face_lookup_id_lookup_id_fk" FOREIGN KEY ("lookup_id") REFERENCES "public"."lookup"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lookup_face_found" ON "lookup_face" USING btree ("found_at");