-- The caja's data and its privacy policy. p_version is the version that the form showed: an edit of an older one is
-- refused. A changed text is a new row, because consents refer to the exact text. Guards against: two people who
-- overwrite each other's edit, and a consent that refers to a changed text.

create function caja_version(p_updated_at timestamptz) returns text
language sql immutable as $$ select extract(epoch from p_updated_at)::text $$;

create domain caja_outcome as text check (value in ('done', 'not_allowed', 'changed'));

create function save_caja_profile(
  p_actor uuid, p_version text, p_name text, p_legal_name text, p_nit text, p_phone text, p_other_phone text,
  p_hours text, p_email text, p_address text, p_city text, p_policy text, p_import_max_age_hours int,
  p_ip text, p_portal_name text default null, p_short_name text default null
) returns caja_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_other_phone
-- The portal's name and the short name are last and optional, because a process of the previous version calls without
-- them. An empty short name removes it.
declare
  before caja_profile;
  newest text;
  new_policy int;
begin
  if not may(p_actor, 'settings.edit') then return 'not_allowed'; end if;
  select * into before from caja_profile for update;
  insert into caja_profile as c (name, legal_name, nit, phone, other_phone, hours, email, address, city,
    import_max_age_hours, portal_name, short_name, updated_at, updated_by)
  values (p_name, p_legal_name, p_nit, p_phone, p_other_phone, p_hours, p_email, p_address, p_city,
    p_import_max_age_hours, coalesce(p_portal_name, before.portal_name, 'Plataforma Hanna'),
    nullif(coalesce(p_short_name, before.short_name), ''), clock_timestamp(), p_actor)
  on conflict (id) do update set
    name = excluded.name, legal_name = excluded.legal_name, nit = excluded.nit, phone = excluded.phone,
    other_phone = excluded.other_phone, hours = excluded.hours, email = excluded.email, address = excluded.address,
    city = excluded.city, import_max_age_hours = excluded.import_max_age_hours,
    portal_name = excluded.portal_name, short_name = excluded.short_name, updated_at = excluded.updated_at,
    updated_by = excluded.updated_by
  where caja_version(c.updated_at) = p_version;
  if not found then return 'changed'; end if;
  perform audit_append(p_action => 'caja.edited', p_actor => p_actor, p_subject_kind => 'caja', p_subject_id => '1',
    p_ip => p_ip, p_detail => ( select jsonb_build_object('fields', coalesce(string_agg(n.key, ', ' order by n.key),
    '')) from caja_profile c, jsonb_each(to_jsonb(c)) n where n.key not in ('id', 'updated_at', 'updated_by') and
    n.value is distinct from coalesce(to_jsonb(before) -> n.key, 'null')));

  select text into newest from policy order by id desc limit 1;
  if newest is distinct from p_policy then
    insert into policy (text, sha256, published_by)
    values (p_policy, sha256(convert_to(p_policy, 'UTF8')), p_actor) returning id into new_policy;
    perform audit_append(p_action => 'policy.published', p_actor => p_actor, p_subject_kind => 'policy',
      p_subject_id => new_policy::text, p_ip => p_ip);
  end if;
  return 'done';
end $$;

-- How the counter compares (lookup_comparison.sql): whole order, typed value, or typed from a value on.
create function save_compare_mode(p_actor uuid, p_version text, p_mode text, p_from bigint,
  p_ip text) returns caja_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_from
begin
  if not may(p_actor, 'settings.edit') then return 'not_allowed'; end if;
  update caja_profile c set compare_mode = p_mode, compare_from = case when p_mode = 'type_from' then p_from end,
    updated_at = clock_timestamp(), updated_by = p_actor
  where caja_version(c.updated_at) = p_version;
  if not found then return 'changed'; end if;
  perform audit_append(p_action => 'caja.edited', p_actor => p_actor, p_subject_kind => 'caja', p_subject_id => '1',
    p_ip => p_ip, p_detail => jsonb_strip_nulls(jsonb_build_object('fields', 'compare_mode', 'mode', p_mode, 'from',
    p_from)));
  return 'done';
end $$;

create trigger caja_profile_is_notified after insert or update or delete on caja_profile
  for each statement execute function notify_change();
