CREATE INDEX CONCURRENTLY "order_list" ON "order" USING btree ("issued_on","id","value","valid_until","kind_code","number_key");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_list_state" ON "order" USING btree ("state","issued_on","id","value","valid_until","kind_code","office");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_list_provider" ON "order" USING btree ("provider_nit","issued_on","id","value","state","valid_until","kind_code","number_key") WHERE "order"."provider_nit" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_code_printed" ON "order_code" USING btree ("order_id") WHERE "order_code"."prints" > 0;--> statement-breakpoint
DROP INDEX "order_listed";--> statement-breakpoint
DROP INDEX "order_state_listed";--> statement-breakpoint
DROP INDEX "order_provider";
