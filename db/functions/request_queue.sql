-- What the queue of requests says of each one before it is opened: facts that were found without asking anybody. Guards
-- against: a request that is opened only to find that it cannot be approved.

-- The check digit (DV) of a NIT of six to ten digits, as model/identity/nit.ts computes it. One expression without a
-- query in it, so that a list may ask it of thousands.
create function nit_check_digit(p_nit text) returns int language sql immutable as $$
  select (array[0, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1])[1 + (
    3 * substr(lpad(p_nit, 10, '0'), 10, 1)::int + 7 * substr(lpad(p_nit, 10, '0'), 9, 1)::int
    + 13 * substr(lpad(p_nit, 10, '0'), 8, 1)::int + 17 * substr(lpad(p_nit, 10, '0'), 7, 1)::int
    + 19 * substr(lpad(p_nit, 10, '0'), 6, 1)::int + 23 * substr(lpad(p_nit, 10, '0'), 5, 1)::int
    + 29 * substr(lpad(p_nit, 10, '0'), 4, 1)::int + 37 * substr(lpad(p_nit, 10, '0'), 3, 1)::int
    + 41 * substr(lpad(p_nit, 10, '0'), 2, 1)::int + 43 * substr(lpad(p_nit, 10, '0'), 1, 1)::int) % 11];
$$;

-- What is to be looked at of each request. All but 'corrected' and 'renewal' are warnings; a request without any is a
-- clean one.
-- Without rights of its own, so that the planner puts it in the place of the call and looks at the rows of the list
-- alone.
create function request_flags() returns table (request_id uuid, flags text[]) language sql stable as $$
  select r.id, array_remove(array[
    case when r.renews then 'renewal' end,
    case when nit_check_digit(v.nit) <> v.check_digit then 'check_digit' end,
    case
      when exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null)
        then 'nit_taken'
      when exists (select from provider o where o.nit = v.nit and o.id <> v.id) then 'same_nit' end,
    case
      when not l.needs_agreement then null
      when not exists (select from agreement a where a.nit = v.nit) then 'no_agreement'
      when not exists (select from agreements_in_force(v.nit, now())) then 'agreement_not_in_force'
      when not exists (select from agreements_in_force(v.nit, now() + make_interval(days => agreement_ending_days())))
        then 'agreement_ending' end,
    case when exists (
      select from membership m join person p on p.id = m.person_id
      join agreement a on lower(a.email) = lower(p.email) and a.nit <> v.nit
      where m.provider_id = v.id and m.removed_at is null) then 'same_email' end,
    case when exists (select from request_event e where e.request_id = r.id and e.kind = 'corrected')
      then 'corrected' end
  ], null)
  from request r join provider v on v.id = r.provider_id join application l on l.code = r.application_code;
$$;
