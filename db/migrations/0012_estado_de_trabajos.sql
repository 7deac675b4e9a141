CREATE TABLE "job_run" (
	"job" text PRIMARY KEY NOT NULL,
	"last_ok_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"last_error" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"late_after" timestamp with time zone NOT NULL,
	CONSTRAINT "job_run_failed" CHECK (("job_run"."last_error" is null) = ("job_run"."failures" = 0))
);
