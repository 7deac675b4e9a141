-- The convenios of a NIT that are in force at an instant: both of their days count whole. Written as a set, so that
-- the planner puts it in the place of the call.
create function agreements_in_force(p_nit text, p_at timestamptz) returns setof agreement language sql stable as $$
  select a.* from agreement a where a.nit = p_nit and bogota_day(p_at) between a.starts_on and a.ends_on;
$$;

-- Writes one batch of convenios. The core is their source: a known number with other data is changed, and each change
-- is audited. A change of NIT means another company, and needs `p_move`. Returns no row when the run has ended.
create function import_agreements(p_run uuid, p_rows jsonb, p_move boolean)
returns table (inserted int, changed int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  n_new int;
  n_changed int;
begin
  if not import_goes_on(p_run) then return; end if;
  with incoming as (
    select * from jsonb_to_recordset(p_rows) as r(number text, nit text, check_digit smallint, legal_name text,
      email text, phone text, municipality text, starts_on date, ends_on date, line int)
  ), before as (
    select a.* from agreement a join incoming g on g.number = a.number
  ), written as (
    insert into agreement as a (number, nit, check_digit, legal_name, email, phone, municipality, starts_on, ends_on)
    select number, nit, check_digit, legal_name, email, phone, municipality, starts_on, ends_on
    from incoming order by number
    on conflict (number) do update set nit = excluded.nit, check_digit = excluded.check_digit,
      legal_name = excluded.legal_name, email = excluded.email, phone = excluded.phone,
      municipality = excluded.municipality, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      updated_at = now()
    where (a.nit, a.check_digit, a.legal_name, a.email, a.phone, a.municipality, a.starts_on, a.ends_on)
      is distinct from (excluded.nit, excluded.check_digit, excluded.legal_name, excluded.email, excluded.phone,
        excluded.municipality, excluded.starts_on, excluded.ends_on)
      and (p_move or a.nit = excluded.nit)
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
