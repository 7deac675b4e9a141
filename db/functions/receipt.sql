-- The use that a key made. One that made none is closed, so that whatever of it is still under way, in whichever
-- line or queue, makes none either: null is final. The order's lock is waited for. Processes of before name no
-- person; they close nothing.
create function settle_use(
  p_lookup uuid, p_provider uuid, p_key uuid, p_person uuid default null, p_ip text default null
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid;
begin
  if p_person is not null and not exists (select from membership m where m.person_id = p_person
    and m.provider_id = p_provider and m.removed_at is null and m.role in ('owner', 'clerk'))
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  perform from "order" o join lookup l on l.order_id = o.id where l.id = p_lookup and l.provider_id = p_provider
    for no key update of o;
  made := use_of_key(p_provider, p_key);
  if made is not null or p_person is null or not exists (select from lookup l where l.id = p_lookup and l.provider_id = p_provider)
  then return made; end if;
  insert into closed_use_key (provider_id, key) values (p_provider, p_key) on conflict do nothing;
  if found then
    perform audit_append('order.use_given_up', p_person, p_provider, 'lookup', p_lookup::text, 'web', p_ip);
  end if;
  return null;
end $$;

create function use_of_key(p_provider uuid, p_key uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id from order_use u where u.provider_id = p_provider and u.key = p_key and u.kind = 'use';
$$;

-- A use as its receipt shows it, and which way back there is for who asks: 'self', 'caja', 'asked', 'undone', 'settled'.
create function read_use(p_use uuid, p_provider uuid, p_person uuid, p_counter uuid)
returns table (
  id uuid, serial bigint, at timestamptz, read_at timestamptz, number text, kind_name text, value bigint, amount bigint,
  balance bigint, provider_name text, provider_nit text, provider_digit int, person_name text, branch_name text,
  counter_name text, invoice text, lookup_id uuid, way_back text, undone_at timestamptz, undo_reason text,
  asked_at timestamptz, refused_at timestamptz, refusal_reason text
) language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.serial, u.at, now(), o.number, k.name, coalesce(q.value, o.value), u.amount, u.balance, v.legal_name, v.nit, v.check_digit::int,
    p.name, b.name, c.name, u.invoice, u.lookup_id,
    case
      when back.id is not null then 'undone'
      when use_must_stand(u.id) then 'settled'
      when r.id is not null and r.decided_at is null then 'asked'
      when u.at + interval '15 minutes' > now() and u.counter_id is not distinct from p_counter
        and (p_counter is not null or u.person_id = p_person) and o.state <> 'replaced' then 'self'
      else 'caja'
    end,
    back.at, back.reason, r.asked_at, case when r.approved = false then r.decided_at end,
    case when r.approved = false then r.decision_reason end
  from order_use u
  join "order" o on o.id = u.order_id
  join lateral rules_of(o) k on true
  join provider v on v.id = u.provider_id
  left join person p on p.id = u.person_id
  left join counter c on c.id = u.counter_id
  left join branch b on b.id = c.branch_id
  left join order_use back on back.undoes = u.id
  left join comparison q on q.lookup_id = u.lookup_id
  left join lateral (select q.* from undo_request q where q.use_id = u.id order by q.asked_at desc limit 1) r on true
  where u.id = p_use and u.provider_id = p_provider and u.kind = 'use';
$$;
