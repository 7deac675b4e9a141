-- The first approval of a company was emptied when it was taken back, also while another request of it stood approved:
-- it kept its application, and none of its people could work. Not where another company has the NIT by now; of two of
-- them the first one gets it.
update provider v set approved_at = f.decided_at
from (
  select distinct on (p.nit) p.id, r.decided_at
  from provider p
  join request r on r.provider_id = p.id and r.state = 'approved' and not r.renews and r.decided_at is not null
  where p.approved_at is null
    and not exists (select from provider o where o.nit = p.nit and o.approved_at is not null)
  order by p.nit, r.decided_at, p.id
) f
where v.id = f.id and v.approved_at is null;
