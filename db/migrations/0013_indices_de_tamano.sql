CREATE INDEX CONCURRENTLY "registration_ended" ON "registration" USING btree ("expires_at") WHERE "registration"."completed_at" is null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "session_ended" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_day" ON "audit_event" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_action" ON "audit_event" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_by" ON "audit_event" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_provider" ON "audit_event" USING btree ("provider_id","seq");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_about" ON "audit_event" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "budget_counter_old" ON "budget_counter" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "lookup_asked" ON "lookup" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "lookup_typed_id" ON "lookup" USING btree ("asked_at") WHERE "lookup"."id_sealed" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "mail_sent" ON "mail" USING btree ("sent_at") WHERE "mail"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_state_listed" ON "order" USING btree ("state","issued_on","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "order_use_at" ON "order_use" USING btree ("at");--> statement-breakpoint
DROP INDEX "audit_event_at";--> statement-breakpoint
DROP INDEX "audit_event_subject";--> statement-breakpoint
DROP INDEX "audit_event_actor";
