-- Kinds of orders, their versions, and the limits for issuing an order. Guards against: a change of a kind that alters
-- orders issued before, and two people who overwrite each other's edit.

create domain kind_outcome as text check (value in ('done', 'not_allowed', 'changed', 'code_taken', 'kinds_full'));

-- Why one person may not issue an order alone: its value, or the day's sum.
create domain approval_reason as text check (value in ('value', 'person_day', 'affiliate_day'));

-- The kind's rules under which an order was issued. Orders without a version are older than versions.
create function rules_of(p_order "order") returns setof order_kind_version
language sql stable rows 1 as $$
  select v.* from order_kind_version v
  where v.kind_code = p_order.kind_code and v.version = coalesce(p_order.kind_version, 1);
$$;

create function newest_kind_version(p_kind text) returns smallint
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select max(v.version) from order_kind_version v where v.kind_code = p_kind);
end $$;

-- The kinds that a paper can be of: those in use, then those out of use of which there are orders.
-- A paper has the name that its kind had when it was issued: its old names are offered until
-- old_kind_name_days() after the last day of the last paper that has them.
create function kinds_to_ask_for() returns table (code text, name text, old_names text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select k.code, k.name, array(
    select v.name from order_kind_version v
    where v.kind_code = k.code and v.name <> k.name and exists (
      select from "order" o
      where o.kind_code = v.kind_code and coalesce(o.kind_version, 1) = v.version and o.number_key is not null
        and o.valid_until >= bogota_day(clock_timestamp()) - old_kind_name_days())
    group by v.name order by max(v.version) desc)
  from order_kind k
  where k.active or exists (select from "order" o where o.kind_code = k.code and o.number_key is not null)
  order by not k.active, k.position, k.code;
$$;

-- Creates a new version whenever data of a kind change that its orders refer to.
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
  for each statement execute function forbid_delete();

-- Every process caches the kinds and how their numbers look, to which the first number of a series belongs.
create trigger order_kind_is_notified after insert or update or delete on order_kind
  for each statement execute function notify_change();
create trigger order_series_is_notified after insert on order_series for each row execute function notify_change();

-- Adds a kind of order or changes its rules. Its code, and its number in the code on the paper, are given once:
-- kinds are never deleted, so a free number was never anybody's. Orders already issued keep their own data and the
-- rules of their day (rules_of).
create function save_order_kind(p_actor uuid, p_code text, p_version text, p_rules jsonb,
  p_ip text) returns kind_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before order_kind;
  after order_kind;
  free_number int;
begin
  if not may(p_actor, 'settings.edit') then return 'not_allowed'; end if;
  lock table order_kind in share row exclusive mode; -- two new ones at once take two numbers
  select * into before from order_kind k where k.code = p_code;
  if p_version = '' and before.code is not null then return 'code_taken'; end if;
  if p_version <> '' and (before.code is null or caja_version(before.updated_at) <> p_version)
    then return 'changed'; end if;
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
  perform audit_append(p_action => case when before.code is null then 'order_kind.added' else 'order_kind.changed'
    end, p_actor => p_actor, p_subject_kind => 'order_kind', p_subject_id => p_code, p_ip => p_ip, p_detail => (
    select jsonb_build_object('fields', coalesce(string_agg(n.key, ', ' order by n.key), '')) from
    jsonb_each(to_jsonb(after)) n where n.key not in ('code', 'code_number', 'updated_at') and n.value is distinct
    from coalesce(to_jsonb(before) -> n.key, 'null')));
  return 'done';
end $$;

-- The limits of a kind, checked wherever value is granted: issue, replacement, extension, and an import that changes
-- a known order.

-- The last day of an order that begins on p_from. A last day may move to the next working day, which
-- domain/order-kind/kinds.ts counts; here a week is let pass.
create function kind_last_day(p_kind order_kind, p_from date) returns date language sql immutable as $$
  select coalesce(p_kind.validity_until, p_from + p_kind.validity_days - 1)
    + case when p_kind.to_working_day then 7 else 0 end;
$$;

-- Pesos of an action that count in a day's sum. Of an annulled or replaced order only the used part counts, since the
-- rest is void or counted by the replacement.
create function counted_amount(p_deed order_deed, p_order "order") returns bigint language sql immutable as $$
  select case when p_order.state in ('annulled', 'replaced')
    then least(p_deed.amount, p_order.value - p_order.balance)
    else p_deed.amount
  end;
$$;

-- Serialises issuing by person and by affiliate until the end of the transaction, so that concurrent sums count each
-- other. The fixed order of locks avoids deadlocks.
create function lock_order_actions(p_person uuid, p_affiliate bytea) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('deeds-of-person:' || p_person, 0));
  perform pg_advisory_xact_lock(hashtextextended('deeds-for-affiliate:' || encode(p_affiliate, 'hex'), 0));
end $$;

-- Why giving out p_amount of this kind needs a second person, or null. 'value': the kind's limit. 'person_day': with
-- what this person gave out alone today. 'affiliate_day': with what the affiliate got today, from anybody. An
-- affiliate's day above the kind's largest value needs one too, and so does an order above it since the kind was
-- changed: what one order may not hold, several may not hold unseen. p_order itself is left out of the sums.
create function second_approval_reason(
  p_kind order_kind, p_actor uuid, p_affiliate bytea, p_amount bigint, p_order uuid
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  alone bigint;
  got bigint;
begin
  perform lock_order_actions(p_actor, p_affiliate);
  if p_amount >= p_kind.approval_from or p_amount > p_kind.largest_value then return 'value'; end if;

  select coalesce(sum(amount), 0) into alone from (
    select max(counted_amount(d, o)) as amount
    from order_deed d join "order" o on o.id = d.order_id
    where d.done_by = p_actor and d.approved_by is null and d.done_at >= bogota_start(bogota_day(clock_timestamp()))
      and d.kind_code = p_kind.code and d.order_id <> p_order
    group by d.order_id) each_order;
  if alone + p_amount >= p_kind.approval_from then return 'person_day'; end if;

  select coalesce(sum(amount), 0) into got from (
    select max(counted_amount(d, o)) as amount
    from order_deed d join "order" o on o.id = d.order_id
    where d.affiliate_id_index = p_affiliate and d.done_at >= bogota_start(bogota_day(clock_timestamp()))
      and d.kind_code = p_kind.code and d.order_id <> p_order
    group by d.order_id) each_order;
  if got + p_amount >= p_kind.approval_from or got + p_amount > p_kind.largest_value
    then return 'affiliate_day'; end if;
  return null;
end $$;

-- The same for a draft, for the screen that asks for a second person before the number is issued.
create function draft_approval_reason(p_order uuid) returns approval_reason
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  o "order";
  kind order_kind;
begin
  select * into o from "order" where id = p_order and state = 'draft'; -- of none there is no reason
  select * into kind from order_kind k where k.code = o.kind_code;
  return second_approval_reason(kind, o.drafted_by, o.affiliate_id_index, o.value, o.id);
end $$;

create function record_order_action(
  p_order "order", p_deed text, p_amount bigint, p_done_by uuid, p_approved_by uuid
) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into order_deed (order_id, deed, kind_code, affiliate_id_index, amount, done_by, approved_by, done_at)
  values (p_order.id, p_deed, p_order.kind_code, p_order.affiliate_id_index, p_amount, p_done_by, p_approved_by,
    clock_timestamp());
$$;

-- The newest order that gives the same affiliate the same value for the same concept, begun within
-- repeated_order_days() or later, or null. Letters and digits of the concept are compared without their accents, so
-- that neither a full stop nor "utiles" for "Útiles" makes it another one.
create function repeated_order(p_order "order") returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from "order" o
  where o.affiliate_id_index = p_order.affiliate_id_index and o.kind_code = p_order.kind_code
    and o.value = p_order.value and o.id <> p_order.id and o.state not in ('draft', 'annulled', 'replaced')
    and o.issued_on >= bogota_day(clock_timestamp()) - repeated_order_days()
    and regexp_replace(plain_words(o.concept), '[^[:alnum:]]', '', 'g')
      = regexp_replace(plain_words(p_order.concept), '[^[:alnum:]]', '', 'g')
  order by o.created_at desc, o.id limit 1;
$$;

-- Whether a possible duplicate may be issued: there is none, or the person gave a reason (p_reason, for the order
-- that was shown), or gave one before for the same order.
create function record_repeat_reason(p_order "order", p_actor uuid, p_repeats uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare twin uuid;
begin
  perform lock_order_actions(p_order.drafted_by, p_order.affiliate_id_index);
  twin := repeated_order(p_order);
  if twin is null then return true; end if;
  if twin = p_repeats and length(p_reason) >= 10 then
    insert into order_repeat as r (order_id, repeats, reason, said_by, said_at)
    values (p_order.id, twin, p_reason, p_actor, clock_timestamp())
    on conflict (order_id) do update set repeats = excluded.repeats, reason = excluded.reason,
      said_by = excluded.said_by, said_at = excluded.said_at;
    return true;
  end if;
  return exists (select from order_repeat r where r.order_id = p_order.id and r.repeats = twin);
end $$;

-- Whether a file may change a known order so: to no value above its kind's largest one; a later last day no later than
-- that of an order that begins now; from the kind's limit on, and of one that is above the largest value since the kind
-- was changed, only in a run that another person confirmed than brought it; and only as the confirmed rehearsal found
-- it. To void it, or to say that it was used, gives nothing. To take back its voiding of an order that was issued here
-- gives what was approved here, so its kind is not asked again; to take back its use gives a value a second time.
create function may_import_change(
  p_run uuid, p_order "order", p_value bigint, p_until date, p_state text, p_fields jsonb
) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select p_state <> 'issued' and p_fields <@ '["ESTADO", "FECHA_USO"]' or (
    p_order.updated_at <= coalesce((select i.previewed_at from import_run i where i.id = p_run), 'infinity')
    and (p_order.drafted_by is not null and p_order.state = 'annulled' and p_fields <@ '["ESTADO"]' or (
      (p_value <= k.largest_value or p_value = p_order.value)
      and (p_until <= p_order.valid_until
        or p_until <= kind_last_day(k, bogota_day(clock_timestamp())))
      and (p_value <= k.largest_value and (k.approval_from is null or p_value < k.approval_from)
        or exists (select from import_run i where i.id = p_run and i.confirmed_by <> i.started_by)))))
  from order_kind k where k.code = p_order.kind_code;
$$;
