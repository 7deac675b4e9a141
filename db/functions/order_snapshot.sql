-- What an order says where people see it, part by part: its paper, and what was used of its value. Names stand here
-- as digests. Whatever is decided on an order is decided on one face: once a part differs it was another order.
create function order_snapshot(p_order "order") returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'kind', p_order.kind_code,
    'number', p_order.number,
    'holder', encode(sha256(convert_to(p_order.affiliate_id_kind, 'UTF8') || p_order.affiliate_id_index
      || p_order.affiliate_name_sealed), 'base64'),
    'value', p_order.value,
    'dates', p_order.issued_on || ' ' || p_order.valid_until,
    'provider', p_order.provider_nit,
    'balance', p_order.value - p_order.balance) || order_texts(p_order);
$$;

-- The parts that are not the same in both, by name. Null where nothing is known of one. A part that says nothing is as
-- good as one that is not there: a face that was kept knows no column that was added since.
create function changed_parts(p_was jsonb, p_now jsonb) returns text[]
language sql immutable strict set search_path = public, pg_temp as $$
  select coalesce(array_agg(part.name order by part.name), '{}')
  from (select jsonb_object_keys(p_was) as name union select jsonb_object_keys(p_now)) part
  where coalesce(nullif(p_was -> part.name, 'null'), '""') <> coalesce(nullif(p_now -> part.name, 'null'), '""');
$$;

-- A question found this face of its order.
create function save_snapshot(p_lookup uuid, p_order "order") returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into lookup_face (lookup_id, face) values (p_lookup, order_snapshot(p_order));
$$;

-- What of the order is not as the question found it; '{}' is nothing, null that its face is not known any more.
-- What the question's own uses took from the balance is no change.
create function lookup_changes(p_lookup uuid, p_order "order") returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select changed_parts(f.face, order_snapshot(p_order) || jsonb_build_object(
    'balance', p_order.value - p_order.balance - (
    select coalesce(sum(case u.kind when 'use' then u.amount else -u.amount end), 0) from order_use u
    where u.order_id = p_order.id and u.lookup_id = p_lookup)))
  from lookup_face f where f.lookup_id = p_lookup;
$$;

-- A claim belongs to the face that it was made on, and ends with it.
create function release_claim_on_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from order_claim where order_id = new.id;
  return null;
end $$;

create trigger release_claim_on_change after update on "order"
  for each row when (order_snapshot(old.*) is distinct from order_snapshot(new.*)) execute function release_claim_on_change();

-- What the caja's pages show of something that is to be decided, part by part, as digests. The page's form brings
-- it back, and a decision is made only while nothing of it is otherwise (changed_parts).
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
    'company', jsonb_build_array(v.legal_name, v.nit, v.phone, v.address),
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
  select coalesce(order_seen(r.order_id), '{}') from report r where r.folio = p_folio;
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
