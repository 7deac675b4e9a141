CREATE TABLE "receipt_key" (
	"id" smallint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"private_sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "receipt_key_id" CHECK ("receipt_key"."id" between 1 and 255),
	CONSTRAINT "receipt_key_state" CHECK ("receipt_key"."state" in ('active', 'retired')),
	CONSTRAINT "receipt_key_public" CHECK (length("receipt_key"."public_key") = 32)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_key_one_active" ON "receipt_key" USING btree ("state") WHERE "receipt_key"."state" = 'active';