-- The rules that an order was issued under. It was issued before there were versions where it names none.
create function rules_of(p_order "order") returns setof order_kind_version
language sql stable rows 1 as $$
  select v.* from order_kind_version v
  where v.kind_code = p_order.kind_code and v.version = coalesce(p_order.kind_version, 1);
$$;

create function newest_kind_version(p_kind text) returns smallint
language sql stable security definer set search_path = public, pg_temp as $$
  select max(v.version) from order_kind_version v where v.kind_code = p_kind;
$$;

-- The kinds that a paper can be of: those in use, then those out of use of which there are orders.
-- A paper has the name that its kind had when it was issued: names of before are told until 90 days after the last
-- day of the last paper that has them.
create function kinds_to_ask_for() returns table (code text, name text, old_names text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select k.code, k.name, array(
    select v.name from order_kind_version v
    where v.kind_code = k.code and v.name <> k.name and exists (
      select from "order" o
      where o.kind_code = v.kind_code and coalesce(o.kind_version, 1) = v.version and o.number_key is not null
        and o.valid_until >= (clock_timestamp() at time zone 'America/Bogota')::date - 90)
    group by v.name order by max(v.version) desc)
  from order_kind k
  where k.active or exists (select from "order" o where o.kind_code = k.code and o.number_key is not null)
  order by not k.active, k.position, k.code;
$$;

-- What orders keep of their kind becomes a new version whenever it changes, whoever changes it.
create function order_kind_gets_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_kind_version (kind_code, version, name, shown_fields, registers_use, claim_first, partial_use)
  values (new.code, coalesce(newest_kind_version(new.code), 0) + 1, new.name, new.shown_fields, new.registers_use,
    new.claim_first, new.partial_use);
  return null;
end $$;

create trigger order_kind_begins after insert on order_kind for each row execute function order_kind_gets_version();
create trigger order_kind_changes after update on order_kind for each row
  when ((new.name, new.shown_fields, new.registers_use, new.claim_first, new.partial_use)
    is distinct from (old.name, old.shown_fields, old.registers_use, old.claim_first, old.partial_use))
  execute function order_kind_gets_version();
create trigger order_kind_version_is_kept before update or delete or truncate on order_kind_version
  for each statement execute function nothing_is_deleted();

-- Adds a kind of order or changes its rules. Its code, and its number in the code on the paper, are given once:
-- kinds are never deleted, so a free number was never anybody's. Orders already issued keep their own data and the
-- rules of their day (rules_of).
create function save_order_kind(p_actor uuid, p_code text, p_version text, p_rules jsonb, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before order_kind;
  after order_kind;
  free_number int;
begin
  if not exists (
    select from person where id = p_actor and caja_role = 'administrator' and disabled_at is null
  ) then return 'not_allowed'; end if;
  lock table order_kind in share row exclusive mode; -- two new ones at once take two numbers
  select * into before from order_kind k where k.code = p_code;
  if p_version = '' and before.code is not null then return 'code_taken'; end if;
  if p_version <> '' and (before.code is null or caja_version(before.updated_at) <> p_version) then return 'changed'; end if;
  free_number := (select n from generate_series(1, 255) n
    where not exists (select from order_kind k where k.code_number = n) order by n limit 1);
  if before.code is null and free_number is null then return 'kinds_full'; end if;

  after := jsonb_populate_record(before, p_rules);
  after.code := p_code;
  after.code_number := coalesce(before.code_number, free_number);
  after.updated_at := clock_timestamp();
  if before.code is null then
    insert into order_kind select after.*;
  else
    update order_kind set name = after.name, number_prefix = after.number_prefix, number_length = after.number_length,
      core_digits_only = after.core_digits_only, core_shortest = after.core_shortest, core_longest = after.core_longest,
      validity_days = after.validity_days, validity_until = after.validity_until, to_working_day = after.to_working_day,
      largest_value = after.largest_value, approval_from = after.approval_from, provider_rule = after.provider_rule,
      shown_fields = after.shown_fields, registers_use = after.registers_use, claim_first = after.claim_first,
      partial_use = after.partial_use, position = after.position, active = after.active, updated_at = after.updated_at
    where code = p_code;
  end if;
  perform audit_append(case when before.code is null then 'order_kind.added' else 'order_kind.changed' end, p_actor, null,
    'order_kind', p_code, 'web', p_ip, (
      select jsonb_build_object('fields', coalesce(string_agg(n.key, ', ' order by n.key), ''))
      from jsonb_each(to_jsonb(after)) n
      where n.key not in ('code', 'code_number', 'updated_at')
        and n.value is distinct from coalesce(to_jsonb(before) -> n.key, 'null')));
  return 'done';
end $$;
