CREATE INDEX CONCURRENTLY "order_use_days" ON "order_use" USING btree ("provider_id","at","kind","amount");--> statement-breakpoint
DROP INDEX "order_use_provider";
