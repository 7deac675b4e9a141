CREATE TABLE "audit_address" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip" text NOT NULL,
	"salt" uuid NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_address_at" ON "audit_address" USING btree ("at");