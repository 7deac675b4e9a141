-- Until the functions are installed, those of before would take the new column for something that is printed.
create or replace function order_life_columns() returns text[] language sql immutable as $$
  select array['id', 'kind_version', 'number', 'number_key', 'balance', 'state', 'state_before', 'core_said',
    'core_used_on', 'state_changed_at', 'voided_by', 'drafted_by', 'approval_asked_at', 'approved_by', 'replaced_by',
    'gives_back', 'created_at', 'updated_at'];
$$;
--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "gives_back" uuid;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_gives_back" FOREIGN KEY ("gives_back") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action NOT VALID;--> statement-breakpoint
-- Which orders of before give a value back stands in the log; each was counted as issued a second time.
with told as materialized (
  select e.subject_id::uuid as id, u.order_id as of
  from audit_event e join order_use u on u.id = (e.detail ->> 'gives_back')::uuid
  where e.action = 'order.issued' and e.detail ->> 'gives_back' is not null
), marked as (
  update "order" o set gives_back = t.of from told t where o.id = t.id returning o.*
)
insert into order_sum (day, figure, kind_code, office, provider_nit, orders, amount)
select m.issued_on, 'issued', p.kind_code, p.office, p.provider_nit, -1, -m.value
from marked m
cross join lateral (
  select m.kind_code, m.office, '' as provider_nit
  union all select '', '', m.provider_nit where m.provider_nit is not null
) p;
