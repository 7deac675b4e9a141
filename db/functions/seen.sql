-- What the caja's pages show of something that is to be decided, part by part, as digests. The page's form brings
-- it back, and a decision is made only while nothing of it is otherwise (changed_parts).
create function digested(p_parts jsonb) returns jsonb
language sql immutable set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(part.key, md5(part.value::text)), '{}') from jsonb_each(p_parts) part;
$$;

-- How far a use is on its way to being paid, as a version: it was moved, or taken back, when this is another one.
create function use_version(p_use uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when not use_stands(p_use) then 'undone'
    else coalesce((select caja_version(s.changed_at) from settlement s where s.use_id = p_use), 'open') end;
$$;

create function undo_seen(p_request uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(jsonb_build_object('settlement', use_version(u.id), 'state', o.state,
    'balance', o.balance, 'reason', r.reason))
  from undo_request r join order_use u on u.id = r.use_id join "order" o on o.id = u.order_id where r.id = p_request;
$$;

create function report_seen(p_folio text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(case when o.id is null then '{}' else order_face(o) || jsonb_build_object('state', o.state) end)
  from report r left join "order" o on o.id = r.order_id where r.folio = p_folio;
$$;

create function request_seen(p_filing_number text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(jsonb_build_object(
    'company', jsonb_build_array(v.legal_name, v.nit, v.municipality, v.address, v.phone),
    'agreement_number', r.agreement_number,
    'sent', r.submitted_at,
    'papers', (select jsonb_agg(d.id order by d.id) from request_document d
      where d.request_id = r.id and d.replaced_at is null),
    'people', (select jsonb_agg(jsonb_build_array(p.id, p.name, p.email, p.mobile, m.role) order by p.id)
      from membership m join person p on p.id = m.person_id where m.provider_id = v.id and m.removed_at is null),
    'agreements', (select jsonb_agg(jsonb_build_array(a.number, a.legal_name, a.starts_on, a.ends_on) order by a.number)
      from agreement a where a.nit = v.nit),
    'rivals', (select jsonb_agg(jsonb_build_array(q.id, q.state, q.submitted_at) order by q.id)
      from request q join provider w on w.id = q.provider_id
      where w.nit = v.nit and w.id <> v.id and q.state in ('submitted', 'returned'))))
  from request r join provider v on v.id = r.provider_id where r.filing_number = p_filing_number;
$$;
