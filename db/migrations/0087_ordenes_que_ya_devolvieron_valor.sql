-- By itself, so that no lock on the whole table is held while the log is read.
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
