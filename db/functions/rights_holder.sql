-- Whose data a request is about: by what the product finds them. Guards against: a mailbox that picks the account of
-- another person, who signs in with it.

-- p_holder of these functions is what a request says of its person: {"person_index", "affiliate_indexes",
-- "request_index", "numbers", "email", "nit"}, indexes in base64; "numbers" are the spellings of the ID number, and
-- "email" is there only for a mailbox that was proven and is the person's own.

create function indexes_of_holder(p_holder jsonb) returns bytea[] language sql immutable as $$
  select array_agg(decode(i.value, 'base64')) from jsonb_array_elements_text(p_holder -> 'affiliate_indexes') i;
$$;

-- Whether the ID number of an account is the holder's; null for an account that has none. A plain one is newer than a
-- sealed one.
create function is_number_of_holder(p person, p_holder jsonb) returns boolean language sql immutable as $$
-- contract: nullable: result
  select case
    when p.id_number is not null then coalesce(p_holder -> 'numbers' ? p.id_number, false)
    when p.id_number_sealed is not null
      then coalesce(p.id_number_index = decode(p_holder ->> 'person_index', 'base64'), false) end;
$$;

-- The accounts of a holder. A mailbox can be read by several: it stands for the person only where no number tells.
create function people_of_holder(p_holder jsonb) returns setof person
language sql stable security definer set search_path = public, pg_temp as $$
  select p.* from person p
  where coalesce(is_number_of_holder(p, p_holder), lower(p.email) = lower(p_holder ->> 'email'));
$$;

-- What was sent to a mailbox is on whoever signs in with it, and on the holder where nobody does.
create function invitations_of_holder(p_holder jsonb) returns setof invitation
language sql stable security definer set search_path = public, pg_temp as $$
  select i.* from invitation i
  where lower(i.email) in (select lower(p.email) from people_of_holder(p_holder) p)
    or lower(i.email) = lower(p_holder ->> 'email')
      and not exists (select from person p where lower(p.email) = lower(i.email));
$$;
