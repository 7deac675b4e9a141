CREATE INDEX CONCURRENTLY "lookup_answers" ON "lookup" USING btree ("asked_at","outcome");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_left_at_expiry" ON "order" USING btree ("valid_until","balance") WHERE "order"."state" in ('issued', 'delivered');--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_left_when_annulled" ON "order" USING btree ("state_changed_at","balance") WHERE "order"."state" = 'annulled' and "order"."number_key" is not null;--> statement-breakpoint
DROP INDEX "lookup_asked";