CREATE TABLE "audit_shipped" (
	"destination" text PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
