ALTER TABLE "person" ADD COLUMN "id_number_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "id_number_index" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "mobile_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "mobile_index" "bytea";--> statement-breakpoint
ALTER TABLE "request_document" ADD COLUMN "sealed_as" uuid;