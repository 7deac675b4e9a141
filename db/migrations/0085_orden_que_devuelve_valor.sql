-- Until the functions are installed, those of before would take the new column for something that is printed.
create or replace function order_life_columns() returns text[] language sql immutable as $$
  select array['id', 'kind_version', 'number', 'number_key', 'balance', 'state', 'state_before', 'core_said',
    'core_used_on', 'state_changed_at', 'voided_by', 'drafted_by', 'approval_asked_at', 'approved_by', 'replaced_by',
    'gives_back', 'created_at', 'updated_at'];
$$;
--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "gives_back" uuid;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_gives_back" FOREIGN KEY ("gives_back") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action NOT VALID;
