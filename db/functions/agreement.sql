-- Convenios of a NIT, one by one and from files. Guards against: a convenio that is changed from an older version than
-- the one stored, and orders that change their provider without a question.

-- The convenios of a NIT that are in force at an instant: both of their days count whole. Written as a set, so that
-- the planner puts it in the place of the call.
create function agreements_in_force(p_nit text, p_at timestamptz) returns setof agreement language sql stable as $$
  select a.* from agreement a where a.nit = p_nit and bogota_day(p_at) between a.starts_on and a.ends_on;
$$;

-- Writes one batch of convenios. The core is their source: a known number with other data is changed, and each change
-- is audited. A change of NIT means another company, and needs `p_move`; it is applied to the NIT that was shown. What
-- changed since the preview that a person confirmed stays as it is. Returns no row when the run has ended.
create function import_agreements(p_run uuid, p_rows jsonb, p_move boolean)
returns table (inserted int, changed int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  n_new int;
  n_changed int;
  shown_at timestamptz := (select coalesce(i.previewed_at, 'infinity') from import_run i where i.id = p_run);
begin
  if not import_goes_on(p_run) then return; end if;
  with incoming as (
    select * from jsonb_to_recordset(p_rows) as r(number text, nit text, check_digit smallint, legal_name text,
      email text, phone text, municipality text, starts_on date, ends_on date, line int, nit_was text)
  ), before as (
    select a.* from agreement a join incoming g on g.number = a.number
  ), written as (
    insert into agreement as a (number, nit, check_digit, legal_name, email, phone, municipality, starts_on, ends_on)
    select number, nit, check_digit, legal_name, email, phone, municipality, starts_on, ends_on
    from incoming order by number
    on conflict (number) do update set nit = excluded.nit, check_digit = excluded.check_digit,
      legal_name = excluded.legal_name, email = excluded.email, phone = excluded.phone,
      municipality = excluded.municipality, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      updated_at = clock_timestamp()
    where (a.nit, a.check_digit, a.legal_name, a.email, a.phone, a.municipality, a.starts_on, a.ends_on)
      is distinct from (excluded.nit, excluded.check_digit, excluded.legal_name, excluded.email, excluded.phone,
        excluded.municipality, excluded.starts_on, excluded.ends_on)
      and (a.nit = excluded.nit or p_move and a.nit = (
        select coalesce(g.nit_was, a.nit) from incoming g where g.number = a.number))
      and a.updated_at <= shown_at
    returning a.*
  )
  select
    (select count(*) from written w where not exists (select from before b where b.number = w.number)),
    (select count(audit_append(p_action => 'agreement.changed', p_actor => null, p_subject_kind => 'agreement',
      p_subject_id => w.id::text, p_channel => 'import', p_detail => jsonb_build_object('run', p_run, 'number',
      w.number, 'nit', w.nit, 'nit_was', b.nit, 'from', b.ends_on, 'to', w.ends_on)))
      from written w join before b on b.number = w.number)
  into n_new, n_changed;

  return query select * from count_import_batch(p_run, n_new, n_changed);
end $$;

create domain agreement_outcome as text
  check (value in ('done', 'not_allowed', 'number_taken', 'agreement_changed', 'agreement_not_found'));

-- Writes a convenio by hand: a new one when p_agreement is null. Its number and NIT never change here, since another
-- NIT is another company. Of two editors at once the second is refused.
create function save_agreement(
  p_agreement uuid, p_version text, p_actor uuid, p_number text, p_nit text, p_check_digit int, p_legal_name text,
  p_email text, p_starts_on date, p_ends_on date, p_reason text, p_ip text
) returns agreement_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_agreement, p_email
declare
  old agreement;
  saved agreement;
begin
  if not may(p_actor, 'agreement.manage') then return 'not_allowed'; end if;
  if p_agreement is null then
    insert into agreement (number, nit, check_digit, legal_name, email, starts_on, ends_on)
    values (p_number, p_nit, p_check_digit, p_legal_name, p_email, p_starts_on, p_ends_on)
    on conflict (number) do nothing returning * into saved;
    if saved.id is null then return 'number_taken'; end if;
  else
    select * into old from agreement a where a.id = p_agreement for no key update;
    if old.id is null then return 'agreement_not_found'; end if;
    if caja_version(old.updated_at) <> p_version then return 'agreement_changed'; end if;
    update agreement a set legal_name = p_legal_name, email = p_email, starts_on = p_starts_on, ends_on = p_ends_on,
      updated_at = clock_timestamp()
    where a.id = p_agreement returning * into saved;
  end if;
  perform audit_append(p_action => case when old.id is null then 'agreement.added' else 'agreement.edited' end,
    p_actor => p_actor, p_subject_kind => 'agreement', p_subject_id => saved.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('number', saved.number, 'nit', saved.nit, 'from', old.ends_on, 'to', saved.ends_on,
    'reason', p_reason));
  return 'done';
end $$;

-- The convenios that end soon without one of the same NIT that goes on, and whose end was not told at this distance
-- (agreement_notice_days) yet.
create function list_ending_agreements()
returns table (agreement_id uuid, number text, nit text, legal_name text, ends_on date, days int, owners text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.number, a.nit, a.legal_name, a.ends_on, near.days, array(
    select p.email from provider v
    join membership m on m.provider_id = v.id and m.role = 'owner' and m.removed_at is null
    join person p on p.id = m.person_id
    where v.nit = a.nit and v.approved_at is not null
    union
    -- Of a company without an approved account the convenio itself says whom to write to.
    select a.email where a.email is not null
      and not exists (select from provider v where v.nit = a.nit and v.approved_at is not null)
    order by 1)
  from agreement a, lateral (
    select min(d.days) as days from unnest(agreement_notice_days()) d(days) where a.ends_on <= bogota_today() + d.days
  ) near
  where a.ends_on >= bogota_today() and near.days is not null and not is_agreement_followed(a)
    and not exists (
      select from audit_event e where e.subject_kind = 'agreement' and e.subject_id = a.id::text
        and e.action = 'agreement.end_told' and e.detail ->> 'to' = a.ends_on::text
        and (e.detail ->> 'days')::int = near.days)
  order by a.ends_on, a.number;
$$;

-- Whether the same company goes on working after this end by a convenio that ends later: one that is in force the day
-- after, or by now. One that begins after a gap leaves the company without any in between.
create function is_agreement_followed(p_agreement agreement) returns boolean language sql stable as $$
  select exists (
    select from agreement next where next.nit = p_agreement.nit and next.ends_on > p_agreement.ends_on
      and next.starts_on <= greatest(p_agreement.ends_on + 1, bogota_today()));
$$;

-- Queues the e-mails about these ends, and stores that they were told. Only one of many processes does it.
create function queue_agreement_notices(p_agreements uuid[], p_mails jsonb) returns notice_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('hanna-agreement-ends'));
  if (select count(*) from list_ending_agreements() e where e.agreement_id = any(p_agreements))
    < cardinality(p_agreements) then return 'already_sent'; end if;
  perform audit_append(p_action => 'agreement.end_told', p_actor => null, p_subject_kind => 'agreement',
    p_subject_id => e.agreement_id::text, p_channel => 'job', p_detail => jsonb_build_object('number', e.number,
    'nit', e.nit, 'to', e.ends_on, 'days', e.days))
  from list_ending_agreements() e where e.agreement_id = any(p_agreements);
  perform queue_mails(p_mails);
  return 'done';
end $$;

-- Whether a provider that may look orders up may not work today, and why: since when its convenio has ended, or from
-- when it begins; and the suspension that holds, or will from a later day on. A provider sees this of its own only.
create function own_pause(p_provider uuid, p_person uuid)
returns table (
  paused boolean, suspended boolean, ended_on date, begins_on date, suspended_from date, suspension_reason text
)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: ended_on, begins_on, suspended_from, suspension_reason
  select not provider_may_work(v.id, now()), is_suspended(v, now()),
    (select max(a.ends_on) from agreement a where a.nit = v.nit and a.ends_on < bogota_today()),
    (select min(a.starts_on) from agreement a where a.nit = v.nit and a.starts_on > bogota_today()),
    bogota_day(v.suspended_at), v.suspension_reason
  from provider v
  where v.id = p_provider and has_look_up(v.id) and may_for(p_person, p_provider, 'application.view');
$$;
