CREATE INDEX CONCURRENTLY "order_list_of_state" ON "order" USING btree ("state","issued_on","id","value","valid_until","kind_code","office","balance");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_list_of_provider" ON "order" USING btree ("provider_nit","issued_on","id","value","state","valid_until","kind_code","number_key","balance") WHERE "order"."provider_nit" is not null;--> statement-breakpoint
DROP INDEX "order_list_state";--> statement-breakpoint
DROP INDEX "order_list_provider";