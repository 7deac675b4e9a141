CREATE TABLE "import_move" (
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"number" text NOT NULL,
	"nit_from" text,
	"nit_to" text NOT NULL,
	"name_to" text NOT NULL,
	"known_number" text,
	"known_name" text,
	"orders" integer NOT NULL,
	"amount" bigint NOT NULL,
	"uses" integer NOT NULL,
	"numbers" text[] NOT NULL,
	"accepted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_move_run_id_line_pk" PRIMARY KEY("run_id","line")
);
--> statement-breakpoint
ALTER TABLE "import_move" ADD CONSTRAINT "import_move_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;