CREATE TABLE "notice_choice" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notice_choice_person_id_kind_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "notice_choice_kind" CHECK ("notice_choice"."kind" in ('request', 'correction', 'report', 'undo', 'approval', 'overdue')),
	CONSTRAINT "notice_choice_way" CHECK ("notice_choice"."way" in ('now', 'digest', 'off'))
);
--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;