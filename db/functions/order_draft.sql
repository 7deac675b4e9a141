-- A draft of an order, until it gets its number. Guards against: a number that is given twice or left out, an order
-- beyond its kind's limits, and one person who issues what needs two.

create domain draft_outcome as text
  check (value in ('done', 'not_allowed', 'not_found', 'state_changed', 'draft_changed', 'same_person',
    'needs_second_person', 'repeats', 'kind_closed', 'value_too_large', 'provider_needed', 'provider_open',
    'provider_without_agreement', 'dates_outside_rule', 'other_form_kept'));

-- What the kind's current rules forbid, or null.
create function order_fault(
  p_kind order_kind, p_value bigint, p_issued_on date, p_valid_until date, p_provider_nit text
) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_kind.code is null or not p_kind.active then 'kind_closed'
    when p_value > p_kind.largest_value then 'value_too_large'
    when p_kind.provider_rule = 'bound' and p_provider_nit is null then 'provider_needed'
    when p_kind.provider_rule = 'open' and p_provider_nit is not null then 'provider_open'
    when p_provider_nit is not null and not exists (
      select from agreement a where a.nit = p_provider_nit and a.ends_on >= p_issued_on
        and a.starts_on <= p_valid_until) then 'provider_without_agreement'
    when p_valid_until < p_issued_on
      or p_issued_on > bogota_day(clock_timestamp()) + order_start_days()
      or p_valid_until > kind_last_day(p_kind, p_issued_on) then 'dates_outside_rule'
  end;
$$;

-- Whether a draft is not the version that was shown. It stays locked, so that the next step applies to that version.
create function is_another_draft(p_order uuid, p_version text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  select * into o from "order" where id = p_order and state = 'draft' for no key update;
  return coalesce(caja_version(o.updated_at) <> p_version, false);
end $$;

-- Whether a draft says this already. Its affiliate's name, which is sealed differently each time, is compared where it
-- can be read (domain/order/draft/save-draft.ts).
create function says_the_same("order", "order") returns boolean language sql stable as $$
  select order_data($1) - sealed = order_data($2) - sealed
  from (values (array['affiliate_id_sealed', 'affiliate_name_sealed'])) s(sealed);
$$;

-- A draft belongs to who began it. Saving takes it back from the second person. p_data is what it says, by column.
-- p_version is the draft that the form was opened with, null for a new one: sent again it is 'done' and changes
-- nothing, while what says something else, typed in another tab, replaces no draft. Outcomes: 'done', 'not_allowed',
-- 'not_found' (another's, or no draft any more), 'draft_changed' (it was saved elsewhere meanwhile), or what the kind
-- forbids.
create function save_order_draft(
  p_order uuid, p_actor uuid, p_data jsonb, p_ip text, p_version text default null
) returns draft_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  draft "order";
  saved "order";
  kind order_kind;
  fault text;
  fresh boolean;
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  draft := jsonb_populate_record(null::"order", p_data);
  select * into kind from order_kind k where k.code = draft.kind_code;
  fault := order_fault(kind, draft.value, draft.issued_on, draft.valid_until, draft.provider_nit);
  if fault is not null then return fault; end if;
  if is_another_draft(p_order, p_version) then return 'draft_changed'; end if;
  execute with_order_data($sql$
    insert into "order" as o (id, drafted_by, state, balance, {data})
    select $1, $2, 'draft', typed.value, {data} from (select ($3).*) typed
    on conflict (id) do update set ({data}) = (select {data} from (select ($3).*) typed), balance = excluded.value,
      approval_asked_at = null, updated_at = clock_timestamp()
    where o.state = 'draft' and o.drafted_by = $2 and $4 is not null
    returning xmax = 0 $sql$) into fresh using p_order, p_actor, draft, p_version;
  if fresh is null then
    select * into saved from "order" where id = p_order and state = 'draft' and drafted_by = p_actor;
    return case when saved.id is null or p_version is not null then 'not_found'
      when says_the_same(saved, draft) then 'done' else 'draft_changed' end;
  end if;
  if fresh then delete from order_form where person_id = p_actor and coalesce(order_id, p_order) = p_order; end if;
  delete from order_repeat where order_id = p_order; -- said of what the draft was before
  perform audit_append(p_action => case when fresh then 'order.drafted' else 'order.draft_changed' end,
    p_actor => p_actor, p_subject_kind => 'order', p_subject_id => p_order::text, p_ip => p_ip,
    p_detail => jsonb_build_object('kind', draft.kind_code));
  return 'done';
end $$;

-- A draft of somebody who issues orders no more, as it was shown (p_version), passes to another person: it no longer
-- waits for approval, and is edited, issued or discarded like their own.
create function take_order_draft(p_order uuid, p_actor uuid, p_version text, p_ip text) returns draft_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  if is_another_draft(p_order, p_version) then return 'draft_changed'; end if;
  select * into o from "order" where id = p_order and state = 'draft' for no key update;
  if o.id is null or may(o.drafted_by, 'order.issue') then return 'state_changed'; end if;
  update "order" set drafted_by = p_actor, approval_asked_at = null, updated_at = clock_timestamp()
  where id = p_order;
  perform audit_append(p_action => 'order.draft_taken', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_build_object('from', o.drafted_by));
  return 'done';
end $$;

-- Whether this person made a draft, also when another one took it over later. Only who began or took it changes it.
create function drafted_order(p_order "order", p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_order.drafted_by = p_person or exists (
    select from audit_event e where e.subject_kind = 'order' and e.subject_id = p_order.id::text
      and e.action in ('order.drafted', 'order.draft_taken') and e.actor_id = p_person);
$$;

-- Deletes a draft as it was shown (p_version): one's own, or one of somebody who issues orders no more. It becomes an
-- annulled order that never got a number.
create function discard_order_draft(p_order uuid, p_actor uuid, p_ip text, p_version text default null)
returns draft_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  if is_another_draft(p_order, p_version) then return 'draft_changed'; end if;
  update "order" set state = 'annulled', voided_by = p_actor, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp(), approval_asked_at = null
  where id = p_order and state = 'draft' and (drafted_by = p_actor or not may(drafted_by, 'order.issue'));
  if not found then return 'state_changed'; end if;
  perform audit_append(p_action => 'order.discarded', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip);
  return 'done';
end $$;

-- Hands an own draft to a second person, as it was read: p_version is the one that was shown. Of what an affiliate
-- has already (p_repeats), the second person reads why (p_reason); without it the outcome is 'repeats'.
create function ask_order_approval(
  p_order uuid, p_actor uuid, p_version text, p_ip text, p_repeats uuid default null, p_reason text default null
) returns draft_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order and state = 'draft' and drafted_by = p_actor
    and approval_asked_at is null and caja_version(updated_at) = p_version for no key update;
  if o.id is null then return 'draft_changed'; end if;
  if not record_repeat_reason(o, p_actor, p_repeats, p_reason) then return 'repeats'; end if;
  update "order" set approval_asked_at = clock_timestamp(), updated_at = clock_timestamp() where id = p_order;
  perform audit_append(p_action => 'order.approval_asked', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip);
  return 'done';
end $$;

-- The second person sends it back as it was shown (p_version), and the first one reads why.
create function send_order_back(
  p_order uuid, p_actor uuid, p_reason text, p_ip text, p_version text default null
) returns draft_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may(p_actor, 'order.approve') then return 'not_allowed'; end if;
  if is_another_draft(p_order, p_version) then return 'draft_changed'; end if;
  update "order" set approval_asked_at = null, updated_at = clock_timestamp()
  where id = p_order and state = 'draft' and drafted_by <> p_actor and approval_asked_at is not null;
  if not found then return 'state_changed'; end if;
  perform audit_append(p_action => 'order.sent_back', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- The next number of the kind's own series. Its row stays locked until the statement that gives the number ends:
-- one that fails gives its number back. Numbers that a file brought are passed over.
create function give_order_number(p_kind order_kind) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place bigint;
  new_number text;
begin
  loop
    insert into order_series as s (kind_code, last) values (p_kind.code, 1)
    on conflict (kind_code) do update set last = s.last + 1 returning last into place;
    new_number := p_kind.number_prefix
      || lpad(place::text, greatest(p_kind.number_length - length(p_kind.number_prefix), length(place::text)), '0');
    exit when not exists (select from "order" o where o.kind_code = p_kind.code and o.number_key = new_number);
  end loop;
  return new_number;
end $$;

-- Turns a draft into an order with a number. From the kind's limit on, or when the day's sums reach it, only a second
-- person may, with p_approves. What the affiliate has already (p_repeats) is given again only with p_reason.
-- Outcomes: 'done', 'not_allowed', 'not_found', 'state_changed', 'draft_changed' (another version was shown),
-- 'needs_second_person', 'same_person', 'repeats', or what the kind forbids now.
create function issue_order(
  p_order uuid, p_actor uuid, p_version text, p_approves boolean, p_ip text, p_repeats uuid default null,
  p_reason text default null
) returns draft_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
  starts date;
  fault text;
  new_number text;
  repeats order_repeat;
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state <> 'draft' then return 'state_changed'; end if;
  if p_approves and drafted_order(o, p_actor) then return 'same_person'; end if;
  if p_approves and o.approval_asked_at is null then return 'state_changed'; end if;
  if not p_approves and o.drafted_by <> p_actor then return 'not_allowed'; end if;
  if caja_version(o.updated_at) <> p_version then return 'draft_changed'; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  -- A draft of another day begins on the day it is issued.
  starts := greatest(o.issued_on, bogota_day(clock_timestamp()));
  fault := order_fault(kind, o.value, starts, o.valid_until, o.provider_nit);
  if fault is not null then return fault; end if;
  if not p_approves and second_approval_reason(kind, p_actor, o.affiliate_id_index, o.value, o.id) is not null then
    return 'needs_second_person';
  end if;
  if not record_repeat_reason(o, p_actor, p_repeats, p_reason) then return 'repeats'; end if;
  select * into repeats from order_repeat r where r.order_id = p_order;

  new_number := give_order_number(kind);
  update "order" set state = 'issued', number = new_number, number_key = new_number, issued_on = starts,
    approved_by = case when p_approves then p_actor end,
    state_changed_at = clock_timestamp(), updated_at = clock_timestamp()
  where id = p_order;
  perform audit_append(p_action => 'order.issued', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_strip_nulls(jsonb_build_object('kind', kind.code,
    'number', new_number, 'second_person', p_approves, 'repeats', repeats.repeats, 'reason', repeats.reason)));
  perform record_order_action(o, 'issue', o.value, o.drafted_by, case when p_approves then p_actor end);
  return 'done';
end $$;

-- Stores what a person has typed of an order, complete or not; null deletes it. One form a person: that of another
-- order is neither replaced ('other_form_kept') nor deleted, and that of a draft ('draft_changed') is not kept beside
-- it.
-- Processes of before name no order, and rows of before have none: both are replaced and deleted as they were.
create function keep_order_form(p_actor uuid, p_answers bytea, p_order uuid default null) returns draft_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_answers
begin
  if not may(p_actor, 'order.issue') then return 'not_allowed'; end if;
  if p_answers is null then
    delete from order_form where person_id = p_actor and (order_id = p_order) is not false;
    return 'done';
  end if;
  if exists (select from "order" o where o.id = p_order) then return 'draft_changed'; end if;
  insert into order_form as f (person_id, order_id, answers, updated_at)
  values (p_actor, p_order, p_answers, clock_timestamp())
  on conflict (person_id) do update
    set order_id = excluded.order_id, answers = excluded.answers, updated_at = excluded.updated_at
    where (f.order_id = excluded.order_id) is not false;
  return case when found then 'done' else 'other_form_kept' end;
end $$;
