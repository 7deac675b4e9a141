-- The invoices of before, the oldest first; of two that share a CUFE or a number the first one has it.
insert into invoice (provider_id, number_key, cufe)
select u.provider_id, upper(regexp_replace(s.invoice, '[^[:alnum:]]', '', 'g')), s.cufe
from settlement s join order_use u on u.id = s.use_id
where s.state in ('invoiced', 'paid') and u.provider_id is not null and s.invoice ~ '[[:alnum:]]'
order by s.changed_at
on conflict do nothing;
