CREATE INDEX CONCURRENTLY "lookup_history" ON "lookup" USING btree ("provider_id","asked_at","outcome","person_id","counter_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "lookup_number" ON "lookup" USING btree ("provider_id",ltrim(upper(regexp_replace("number_typed", '\s', '', 'g')), '0')) WHERE "lookup"."order_id" is null or "lookup"."outcome" = 'other_provider';--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_use_history" ON "order_use" USING btree ("provider_id","at","kind","amount","person_id","counter_id");--> statement-breakpoint
DROP INDEX "lookup_provider";--> statement-breakpoint
DROP INDEX "order_use_days";
