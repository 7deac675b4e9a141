-- The lists are read in their indexes, which only holds for pages that were vacuumed since they changed: with the
-- usual 20 % that would be 600,000 changes of three million orders.
ALTER TABLE "order" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);--> statement-breakpoint
ALTER TABLE "order_code" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
