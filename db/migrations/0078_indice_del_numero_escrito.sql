CREATE INDEX CONCURRENTLY "lookup_typed_number" ON "lookup" USING btree ("provider_id",ltrim(upper(regexp_replace("number_typed", '[^[:alnum:]]', '', 'g')), '0')) WHERE "lookup"."order_id" is null or "lookup"."outcome" = 'other_provider';--> statement-breakpoint
DROP INDEX "lookup_number";
