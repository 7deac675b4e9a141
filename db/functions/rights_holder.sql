-- Whose data a request is about: by what the product finds them. Guards against: a mailbox that picks the account of
-- another person, who signs in with it, and a number that another person has under another kind of document.

-- p_holder of these functions is what a request says of its person: {"person_index", "affiliate_indexes",
-- "request_index", "numbers", "kinds", "email", "nit"}, indexes in base64; "numbers" are the spellings of the ID
-- number, "kinds" the kinds of document under which it is theirs, and "email" is there only for a mailbox that was
-- proven and is the person's own. "named" are the accounts that holder_of_request adds.

create function indexes_of_holder(p_holder jsonb) returns bytea[] language sql immutable as $$
  select array_agg(decode(i.value, 'base64')) from jsonb_array_elements_text(p_holder -> 'affiliate_indexes') i;
$$;

-- Whether a document of this kind is the holder's where its number is. Not every row says its kind.
create function is_kind_of_holder(p_kind text, p_holder jsonb) returns boolean language sql immutable as $$
-- contract: nullable: p_kind
  select coalesce(p_holder -> 'kinds' ? p_kind, true);
$$;

-- Whether the ID number of an account is the holder's, whatever its kind; null for an account that has none. A plain
-- one is newer than a sealed one.
create function is_number_of_holder(p person, p_holder jsonb) returns boolean language sql immutable as $$
-- contract: nullable: result
  select case
    when p.id_number is not null then coalesce(p_holder -> 'numbers' ? p.id_number, false)
    when p.id_number_sealed is not null
      then coalesce(p.id_number_index = decode(p_holder ->> 'person_index', 'base64'), false) end;
$$;

-- The accounts of a holder. A mailbox can be read by several: it stands for the person only where no number tells, and
-- nobody named the account. A named one counts as long as it has no number of somebody else.
create function people_of_holder(p_holder jsonb) returns setof person
language sql stable security definer set search_path = public, pg_temp as $$
  select p.* from person p
  where p_holder -> 'named' ? p.id::text and may_be_of_holder(p, p_holder) or case is_number_of_holder(p, p_holder)
    when true then is_kind_of_holder(p.id_kind, p_holder) when false then false
    else lower(p.email) = lower(p_holder ->> 'email') end;
$$;

create function orders_of_holder(p_holder jsonb) returns setof "order"
language sql stable security definer set search_path = public, pg_temp as $$
  select o.* from "order" o where o.affiliate_id_index = any (indexes_of_holder(p_holder))
    and is_kind_of_holder(o.affiliate_id_kind, p_holder);
$$;

-- The look-ups for which the holder's number was typed. A counter asks for no kind; the order that it found has one.
create function lookups_of_holder(p_holder jsonb) returns setof lookup
language sql stable security definer set search_path = public, pg_temp as $$
  select l.* from lookup l where l.id_index = any (indexes_of_holder(p_holder)) and not exists (
    select from "order" o where o.id = l.order_id and o.affiliate_id_index = l.id_index
      and not is_kind_of_holder(o.affiliate_id_kind, p_holder));
$$;

-- What was sent to a mailbox is on whoever signs in with it, and on the holder where nobody does.
create function invitations_of_holder(p_holder jsonb) returns setof invitation
language sql stable security definer set search_path = public, pg_temp as $$
  select i.* from invitation i
  where lower(i.email) in (select lower(p.email) from people_of_holder(p_holder) p)
    or lower(i.email) = lower(p_holder ->> 'email')
      and not exists (select from person p where lower(p.email) = lower(i.email));
$$;

-- How much has the holder's number under a kind of document that is not theirs. It is left out, which whoever answers
-- is told; no row without the permission, or while nobody wrote down whose identity was looked at.
create function count_left_out(p_actor uuid, p_number text, p_holder jsonb)
returns table (accounts int, orders int, companies int, requests int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
declare
  seen uuid;
begin
  select r.id into seen from rights_request r where r.number = p_number and r.identity_at is not null;
  if seen is null or not may(p_actor, 'rights.handle') then return; end if;
  return query select
    (select count(*)::int from person p
      where is_number_of_holder(p, p_holder) and not is_kind_of_holder(p.id_kind, p_holder)
        and not holder_of_request(seen, p_holder) -> 'named' ? p.id::text),
    (select count(*)::int from "order" o where o.affiliate_id_index = any (indexes_of_holder(p_holder))
      and not is_kind_of_holder(o.affiliate_id_kind, p_holder)),
    (select count(*)::int from provider v
      where v.nit = p_holder ->> 'nit' and not is_kind_of_holder('NIT', p_holder)),
    (select count(*)::int from rights_request q where q.id_index = decode(p_holder ->> 'request_index', 'base64')
      and not is_kind_of_holder(q.id_kind, p_holder));
end $$;
