CREATE TABLE "order_form" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"answers" "bytea" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_form" ADD CONSTRAINT "order_form_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;