ALTER TABLE "application" ADD COLUMN "needs_agreement" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "opens_look_up" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What CONVENIOS does, said by its row: until now its name said it.
UPDATE "application" SET "needs_agreement" = true, "opens_look_up" = true WHERE "code" = 'CONVENIOS';
