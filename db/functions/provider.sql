-- What the caja does to a provider: suspends it from a day on, lets it work again, and corrects its data. Guards
-- against: two people who decide at once, and a decision on something else than was shown.
create domain provider_outcome as text
  check (value in ('done', 'not_allowed', 'provider_not_found', 'changed', 'provider_state_changed', 'day_outside',
    'same_data'));

-- A suspension holds from the beginning of its day in Bogotá; until then the provider works.
create function is_suspended(p_provider provider, p_at timestamptz) returns boolean language sql stable as $$
  select coalesce(bogota_day(p_provider.suspended_at) <= bogota_day(p_at), false);
$$;

-- Suspends a provider from a day on, today by default, or ends a suspension, also one that has not begun. The second of
-- two concurrent decisions is refused. 'changed': the provider differs from p_seen.
create function set_provider_standing(
  p_provider uuid, p_actor uuid, p_suspend boolean, p_reason text, p_mails jsonb, p_ip text,
  p_seen jsonb default null, p_from date default null)
returns provider_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begins date := coalesce(p_from, bogota_today());
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  if p_suspend and begins not between bogota_today() and bogota_today() + suspension_ahead_days()
  then return 'day_outside'; end if;
  perform 1 from provider where id = p_provider for no key update;
  if not found then return 'provider_not_found'; end if;
  if exists (select from provider where id = p_provider and (suspended_at is null) = p_suspend)
    and changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  update provider set suspended_at = case when p_suspend then greatest(now(), bogota_start(begins)) end,
    suspension_reason = case when p_suspend then p_reason end
  where id = p_provider and (suspended_at is null) = p_suspend;
  if not found then return 'provider_state_changed'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => case when p_suspend then 'provider.suspended' else 'provider.reactivated' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'provider', p_subject_id => p_provider::text,
    p_ip => p_ip, p_detail => jsonb_strip_nulls(jsonb_build_object('reason', p_reason,
      'from', case when p_suspend then begins end)));
  return 'done';
end $$;

-- Corrects a provider's data, and those of the owner who answers for it, with a reason. Its NIT never changes: another
-- NIT is another company. The log keeps the company's data as they were, of the person only which ones changed. Earlier
-- versions of the application give ID number and mobile as they are, without p_sealed.
create function correct_provider(
  p_provider uuid, p_actor uuid, p_legal_name text, p_municipality text, p_address text, p_phone text, p_person uuid,
  p_person_name text, p_id_kind text, p_id_number text, p_mobile text, p_reason text, p_seen jsonb, p_mails jsonb,
  p_ip text, p_sealed jsonb default null
) returns provider_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_person, p_person_name, p_id_kind, p_id_number, p_mobile, p_seen, p_sealed
declare
  was provider;
  now_is provider;
  person_was jsonb := '{}';
  person_is jsonb := '{}';
  parts text[];
begin
  if not may(p_actor, 'provider.manage') then return 'not_allowed'; end if;
  select * into was from provider v where v.id = p_provider for no key update;
  if was.id is null then return 'provider_not_found'; end if;
  if changed_parts(p_seen, provider_seen(p_provider)) <> '{}' then return 'changed'; end if;
  if p_person is not null then
    select provider_person(p) into person_was from person p join membership m on m.person_id = p.id
    where p.id = p_person and m.provider_id = p_provider and m.role = 'owner' and m.removed_at is null
      and p.disabled_at is null for no key update of p;
    if not found then return 'changed'; end if;
    update person p set name = p_person_name, id_kind = p_id_kind, id_number = p_id_number, mobile = p_mobile,
      id_number_sealed = sealed_part(p_sealed, 'id_number'), id_number_index = sealed_part(p_sealed, 'id_index'),
      mobile_sealed = sealed_part(p_sealed, 'mobile'), mobile_index = sealed_part(p_sealed, 'mobile_index')
    where p.id = p_person returning provider_person(p) into person_is;
  end if;
  update provider v set legal_name = p_legal_name, municipality = p_municipality, address = p_address, phone = p_phone
  where v.id = p_provider returning * into now_is;
  parts := changed_parts(provider_company(was) || person_was, provider_company(now_is) || person_is);
  if parts = '{}' then return 'same_data'; end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'provider.corrected', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'provider', p_subject_id => p_provider::text, p_ip => p_ip, p_detail => jsonb_build_object(
    'reason', p_reason, 'parts', parts,
    'was', (select jsonb_object_agg(key, value) from jsonb_each(provider_company(was)) where key = any(parts)),
    'now', (select jsonb_object_agg(key, value) from jsonb_each(provider_company(now_is)) where key = any(parts))));
  return 'done';
end $$;

create function provider_company(p_provider provider) returns jsonb language sql immutable as $$
  select jsonb_build_object('legal_name', p_provider.legal_name, 'municipality', p_provider.municipality,
    'address', p_provider.address, 'phone', p_provider.phone);
$$;

create function provider_person(p_person person) returns jsonb language sql immutable as $$
  select jsonb_build_object('person_name', p_person.name, 'person_document',
    nullif(concat_ws(' ', p_person.id_kind, coalesce(p_person.id_number, encode(p_person.id_number_index, 'hex'))), ''),
    'person_mobile', coalesce(p_person.mobile, encode(p_person.mobile_index, 'hex')));
$$;

-- What the caja did to a provider, newest first, for its own people: no names of the caja's people, and what changed
-- only by the names of its parts.
create function own_caja_acts(p_provider uuid, p_person uuid)
returns table (at timestamptz, action text, reason text, from_day date, parts text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: reason, from_day
begin
  perform require_member(p_provider, p_person);
  return query
    select e.at, e.action, e.detail ->> 'reason', (e.detail ->> 'from')::date,
      coalesce(array(select jsonb_array_elements_text(e.detail -> 'parts')), '{}')
    from audit_event e
    -- By what it is about, which has few events, and not by its provider, which has each look-up.
    where e.subject_id = p_provider::text and e.subject_kind = 'provider'
      and e.action in ('provider.suspended', 'provider.reactivated', 'provider.corrected', 'provider.owner_named',
        'provider.owner_withdrawn', 'provider.owner_changed')
    order by e.seq desc limit 20;
end $$;
