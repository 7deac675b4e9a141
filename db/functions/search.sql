-- One search over all that the caja keeps, for the desk that answers a caller. Guards against: an affiliate's ID, or
-- what was typed, in an address or in the log, and a hit for somebody who may not open what was found.

create domain search_kind as text check (value in (
  'order', 'affiliate', 'lookup', 'receipt', 'proof', 'request', 'report', 'rights', 'provider', 'agreement', 'person',
  'official', 'invoice', 'payment'));

-- A text as it is searched: without accents, points, hyphens and apostrophes of any keyboard, in small letters,
-- whatever the database's own are.
create function plain_words(p_text text) returns text language sql immutable as $$
  select lower(translate(p_text, 'ÁÀÄÂÃÉÈËÊÍÌÏÎÓÒÖÔÕÚÙÜÛÑÇáàäâãéèëêíìïîóòöôõúùüûñç.,''-’‘´`ʼ',
    'AAAAAEEEEIIIIOOOOOUUUUNCaaaaaeeeeiiiiooooouuuunc'));
$$;

-- The number of a convenio without its signs and without zeros before its last digits: "CV-2026-014" is "CV202614".
create function bare_number(p_number text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select upper(regexp_replace(
    regexp_replace(btrim(p_number), '(^|[^0-9])0+(?=[0-9]+$)', '\1'), '[^[:alnum:]]', '', 'g'));
$$;

-- What was typed, as it can have been meant (domain/search/readings.ts), against everything that has such a number or
-- such words in its name. Numbers are found by an index, names are few; each kind is shown to whom may read it. A code
-- of a kind before an order's number leaves the orders of that kind alone, if there is one.
create function search_hits(p_actor uuid, p_readings jsonb, p_limit int)
returns table (
  kind search_kind, subject text, label text, name text, detail text, order_id uuid, provider_id uuid, at timestamptz,
  amount bigint
) language plpgsql security definer rows 50 set search_path = public, pg_temp as $$
declare
  numbers text[] := array(select jsonb_array_elements_text(p_readings -> 'numbers'));
  ids bytea[] := array(select decode(i, 'hex') from jsonb_array_elements_text(p_readings -> 'ids') i);
  people bytea[] := array(select decode(i, 'hex') from jsonb_array_elements_text(p_readings -> 'people') i);
  nits text[] := array(select jsonb_array_elements_text(p_readings -> 'nits'));
  plain_numbers text[] := array(select jsonb_array_elements_text(p_readings -> 'plain'));
  invoices text[] := array(
    select unnest(invoice_keys(i)) from jsonb_array_elements_text(p_readings -> 'plain') i);
  -- As one stands that left its number to another (take_invoice), and as those of before that are two of one number.
  uncut text[] := array(select replace(i, '-', '') from unnest(invoices) i where i ~ '[A-Z].*-');
  agreements text[] := array(select bare_number(a) from jsonb_array_elements_text(p_readings -> 'plain') a);
  words text[] := array(select '%' || w || '%' from jsonb_array_elements_text(p_readings -> 'words') w);
  serial_typed bigint := (p_readings ->> 'serial')::bigint;
  kind_typed text := p_readings ->> 'kind';
  may_orders boolean := may(p_actor, 'order.find');
  may_lookups boolean := may(p_actor, 'lookup.read');
  may_providers boolean := may(p_actor, 'provider.read');
begin
  numbers := numbers || own_series_keys(null, numbers);
  if not exists (select from "order" o where o.number_key = any(numbers) and o.kind_code = kind_typed)
  then kind_typed := null; end if;
  if may_orders then
    return query
      select case when o.number_key = any(numbers) then 'order' else 'affiliate' end::search_kind, o.id::text,
        o.kind_code || ' ' || coalesce(o.number, ''), null::text, order_standing(o, null, now())::text, o.id,
        null::uuid, bogota_start(o.issued_on), o.value
      from "order" o
      where o.number_key = any(numbers) and o.kind_code = coalesce(kind_typed, o.kind_code)
        or o.affiliate_id_index = any(ids)
      order by o.issued_on desc, o.number_key limit p_limit;
    return query
      select 'receipt'::search_kind, u.id::text, p_readings ->> 'receipt', v.legal_name, u.kind,
        u.order_id, u.provider_id, u.at, u.amount
      from order_use u left join provider v on v.id = u.provider_id
      where u.serial = serial_typed and extract(year from bogota_day(u.at)) = (p_readings ->> 'year')::int;
  end if;

  if may_lookups then
    return query
      select 'lookup'::search_kind, l.id::text, l.number_typed, v.legal_name, l.outcome, l.order_id, l.provider_id,
        l.asked_at, null::bigint
      from lookup l join provider v on v.id = l.provider_id
      where l.id between (p_readings ->> 'lookupFrom')::uuid and (p_readings ->> 'lookupTo')::uuid
      order by l.asked_at desc limit 5;
    return query
      select 'proof'::search_kind, l.id::text, f.number, v.legal_name, f.kind, l.order_id, f.provider_id, f.at,
        null::bigint
      from proof f join provider v on v.id = f.provider_id join lookup l on l.id = f.lookup_id
      where f.number = any(plain_numbers) and f.lookup_id is not null;
  end if;

  if may(p_actor, 'request.read') then
    return query
      select 'request'::search_kind, r.filing_number, r.filing_number, v.legal_name, r.state, null::uuid, v.id,
        r.submitted_at, null::bigint
      from request r join provider v on v.id = r.provider_id where r.filing_number = any(plain_numbers);
  end if;

  if may(p_actor, 'report.read') or may_orders then
    return query
      select 'report'::search_kind, r.folio, r.folio, v.legal_name,
        case when r.withdrawn_at is not null then 'withdrawn' when r.decided_at is null then 'waiting'
          else 'decided' end,
        r.order_id, v.id, r.filed_at, null::bigint
      from report r join provider v on v.id = r.provider_id where r.folio = any(plain_numbers);
  end if;

  if may(p_actor, 'rights.read') then
    return query
      select 'rights'::search_kind, r.number, r.number, null::text, null::text, null::uuid, null::uuid, r.filed_at,
        null::bigint
      from rights_request r where r.number = any(plain_numbers);
  end if;

  if may_providers then
    return query
      select 'provider'::search_kind, v.id::text, v.nit || '-' || v.check_digit, v.legal_name,
        (select s.standing from standing_of_provider(v.id, now()) s)::text, null::uuid, v.id, v.created_at, null::bigint
      from provider v
      where v.nit = any(nits) or (cardinality(words) > 0 and plain_words(v.legal_name) like all (words))
      order by v.approved_at is null, plain_words(v.legal_name), v.id limit p_limit;
    return query
      select 'person'::search_kind, p.id::text, p.email, p.name, v.legal_name, null::uuid, v.id, p.created_at,
        null::bigint
      from person p join membership m on m.person_id = p.id and m.removed_at is null
      join provider v on v.id = m.provider_id
      where p.caja_role is null and (p.id_number = any(numbers) or p.id_number_index = any(people)
        or (cardinality(words) > 0 and plain_words(p.name || ' ' || p.email) like all (words)))
      order by plain_words(p.name), plain_words(v.legal_name), p.id limit p_limit;
  end if;

  if may(p_actor, 'agreement.read') then
    return query
      select 'agreement'::search_kind, a.id::text, a.number, a.legal_name, a.nit || '-' || a.check_digit, null::uuid,
        (select v.id from provider v where v.nit = a.nit order by v.approved_at is null, v.created_at limit 1),
        bogota_start(a.ends_on), null::bigint
      from agreement a
      where bare_number(a.number) = any(agreements)
        or ((a.nit = any(nits) or (cardinality(words) > 0 and plain_words(a.legal_name) like all (words)))
          and not exists (select from provider v where v.nit = a.nit and may_providers
            and (v.nit = any(nits) or plain_words(v.legal_name) like all (words))))
      order by a.ends_on desc, a.number limit p_limit;
  end if;

  if may(p_actor, 'people.read') then
    return query
      select 'official'::search_kind, p.id::text, p.email, p.name, p.caja_role, null::uuid, null::uuid, p.created_at,
        null::bigint
      from person p
      where p.caja_role is not null and cardinality(words) > 0
        and plain_words(p.name || ' ' || p.email) like all (words)
      order by plain_words(p.name), p.id limit p_limit;
  end if;

  if may(p_actor, 'settlement.read') then
    return query
      select 'invoice'::search_kind, i.provider_id::text || ':' || i.number_key, i.number_key, v.legal_name, used.days,
        null::uuid, v.id, null::timestamptz, null::bigint
      from invoice i join provider v on v.id = i.provider_id
      -- The days of its uses, "2026-10-30 2026-11-08": where they are seen.
      cross join lateral (
        select concat_ws(' ', min(bogota_day(u.at)), max(bogota_day(u.at))) as days
        from settlement s join order_use u on u.id = s.use_id where s.cufe = i.cufe
      ) used
      where i.number_key = any(invoices || uncut) or i.cufe = any(array(select lower(n) from unnest(plain_numbers) n))
      order by plain_words(v.legal_name) limit p_limit;
    return query
      select 'payment'::search_kind, p.id::text, payment_detail(p) ->> 'number', p.reference,
        case p.kind when 'payment' then p.state end, null::uuid,
        null::uuid, p.made_at, p.amount
      from payment p
      where p.serial = (p_readings ->> 'payment')::bigint
          and left(bogota_day(p.made_at)::text, 4) = p_readings ->> 'year'
        or lower(p.reference) = any(array(select lower(n) from unnest(plain_numbers) n))
      order by p.made_at desc limit p_limit;
  end if;
end $$;

-- The search itself: it stands in the log with how much came out, never with what was typed.
create function search_everywhere(p_actor uuid, p_readings jsonb, p_limit int, p_ip text)
returns table (
  kind search_kind, subject text, label text, name text, detail text, order_id uuid, provider_id uuid, at timestamptz,
  amount bigint
) language plpgsql security definer rows 50 set search_path = public, pg_temp as $$
-- contract: nullable: label, name, detail, order_id, provider_id, at, amount
declare
  found_hits int;
begin
  if not may(p_actor, 'caja.search') then return; end if;
  return query select * from search_hits(p_actor, p_readings, p_limit);
  get diagnostics found_hits = row_count;
  perform audit_append(p_action => 'caja.searched', p_actor => p_actor, p_subject_kind => 'search',
    p_subject_id => 'everywhere', p_ip => p_ip, p_detail => jsonb_build_object('found', found_hits));
end $$;
