-- What the queue of requests says of each one before it is opened: facts that were found without asking anybody.

-- The check digit (DV) of a NIT, as model/identity/nit.ts computes it.
create function nit_check_digit(p_nit text) returns int language sql immutable as $$
  select (case when weighed.sum % 11 < 2 then weighed.sum % 11 else 11 - weighed.sum % 11 end)::int
  from (
    select sum(substr(reverse(p_nit), at, 1)::int
      * (array[3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71])[at])
    from generate_series(1, length(p_nit)) at) weighed(sum);
$$;

-- What is to be looked at. All but 'corrected' are warnings; a request without any is a clean one.
create function request_flags(p_request uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_remove(array[
    case when nit_check_digit(v.nit) <> v.check_digit then 'check_digit' end,
    case
      when exists (select from provider o where o.nit = v.nit and o.id <> v.id and o.approved_at is not null)
        then 'nit_taken'
      when exists (select from provider o where o.nit = v.nit and o.id <> v.id) then 'same_nit' end,
    case
      when r.application_code <> 'CONVENIOS' then null
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
  from request r join provider v on v.id = r.provider_id where r.id = p_request;
$$;

-- A name as it is searched for: without accents, in small letters (db/like.ts does the same to what is typed).
-- Accents go first: where the database's locale is C, lower() knows ASCII alone.
create function plain_words(p_text text) returns text language sql immutable as $$
  select lower(translate(p_text, 'áàäâãéèëêíìïîóòöôõúùüûñçÁÀÄÂÃÉÈËÊÍÌÏÎÓÒÖÔÕÚÙÜÛÑÇ',
    'aaaaaeeeeiiiiooooouuuuncaaaaaeeeeiiiiooooouuuunc'));
$$;
