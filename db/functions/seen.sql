-- Optimistic concurrency for decisions of the caja: digests of what a page shows, part by part. The page's form sends
-- them back, and the decision is refused when a part has changed since (changed_parts). Guards against: a decision on
-- something else than the page showed.

create domain seen_kind as text check (value in ('order', 'use', 'undo', 'report', 'request', 'provider'));

-- Null where there is no such thing. An id is a folio for a report and a filing number for a request.
create function seen(p_kind seen_kind, p_id text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select case p_kind
    when 'order' then order_seen(p_id::uuid)
    when 'use' then use_seen(p_id::uuid)
    when 'undo' then undo_seen(p_id::uuid)
    when 'report' then report_seen(p_id)
    when 'request' then request_seen(p_id)
    when 'provider' then provider_seen(p_id::uuid)
  end;
$$;

-- Names of the parts that differ from what was seen. Parts that were not sent count as different.
create function list_seen_changes(p_kind seen_kind, p_id text, p_was jsonb) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_was
  select coalesce(changed_parts(coalesce(p_was, '{}'), seen(p_kind, p_id)), '{}');
$$;

create function digested(p_parts jsonb) returns jsonb
language sql immutable set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(part.key, md5(part.value::text)), '{}') from jsonb_each(p_parts) part;
$$;

-- How far a use is on its way to being paid, as a version: it was moved, or taken back, when this is another one.
create function use_version(p_use uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when not is_use_standing(p_use) then 'undone'
    else coalesce((select caja_version(s.changed_at) from settlement s where s.use_id = p_use), 'open') end;
$$;

-- An order, as the page of anything that is to become of it shows it: its face, its state, and why it is in review.
create function order_seen(p_order uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(order_snapshot(o) || jsonb_build_object('state', jsonb_build_array(o.state, o.core_said), 'holds', (
    select jsonb_agg(h.id order by h.id) from order_hold h where h.order_id = o.id and h.released_at is null)))
  from "order" o where o.id = p_order;
$$;

-- A use, as the pages that may take it back show it.
create function use_seen(p_use uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(jsonb_build_object('settlement', use_version(u.id), 'state', o.state, 'balance', o.balance))
  from order_use u join "order" o on o.id = u.order_id where u.id = p_use;
$$;

create function provider_seen(p_provider uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(jsonb_build_object(
    'company', jsonb_build_array(v.legal_name, v.nit, v.municipality, v.phone, v.address),
    'people', (select jsonb_agg(provider_person(p) || jsonb_build_object('id', p.id) order by p.id)
      from membership m join person p on p.id = m.person_id
      where m.provider_id = v.id and m.role = 'owner' and m.removed_at is null),
    'standing', jsonb_build_array(v.suspended_at, v.suspension_reason)))
  from provider v where v.id = p_provider;
$$;

create function undo_seen(p_request uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select use_seen(r.use_id) || digested(jsonb_build_object('reason', r.reason))
  from undo_request r where r.id = p_request;
$$;

create function report_seen(p_folio text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(order_seen(r.order_id), '{}') || digested(jsonb_build_object('photo', (
    select jsonb_build_array(f.media_type, f.size) from report_photo f where f.report_id = r.id)))
  from report r where r.folio = p_folio;
$$;

create function request_seen(p_filing_number text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select digested(jsonb_build_object(
    'company', jsonb_build_array(v.legal_name, v.nit, v.municipality, v.address, v.phone),
    'agreement_number', r.agreement_number,
    'sent', r.submitted_at,
    'account', (select jsonb_agg(jsonb_build_array(a.id, a.state) order by a.id) from bank_account a
      where a.provider_id = v.id and (a.state = 'current' or a.state = 'requested' and a.request_id = r.id)),
    'papers', (select jsonb_agg(d.id order by d.id) from request_document d
      where d.request_id = r.id and d.replaced_at is null),
    'people', (select jsonb_agg(provider_person(p) || jsonb_build_array(p.id, p.email, m.role) order by p.id)
      from membership m join person p on p.id = m.person_id where m.provider_id = v.id and m.removed_at is null),
    'agreements', (select jsonb_agg(jsonb_build_array(a.number, a.legal_name, a.starts_on, a.ends_on) order by a.number)
      from agreement a where a.nit = v.nit),
    'rivals', (select jsonb_agg(jsonb_build_array(q.id, q.state, q.submitted_at) order by q.id)
      from request q join provider w on w.id = q.provider_id
      where w.nit = v.nit and w.id <> v.id and q.state in ('submitted', 'returned'))))
  from request r join provider v on v.id = r.provider_id where r.filing_number = p_filing_number;
$$;
