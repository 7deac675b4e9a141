ALTER TABLE "lookup" DROP CONSTRAINT "lookup_outcome";--> statement-breakpoint
ALTER TABLE "lookup" ADD COLUMN "code_id" "bytea";--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_digits_hide_order" CHECK ("lookup"."outcome" <> 'digits' or "lookup"."order_id" is null);--> statement-breakpoint
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_outcome" CHECK ("lookup"."outcome" in ('current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'claimed', 'other_provider', 'not_found', 'waiting', 'paused', 'digits', 'forged', 'foreign'));