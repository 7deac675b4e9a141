-- Reversals that the caja decides on. Guards against: taking back what is paid or about to be, taking it back twice,
-- and giving a value back to a paper that was replaced.

-- A provider asks the caja to take a use back. Outcomes: 'done', 'asked' (one waits already), 'undone',
-- 'settled' (the caja is about to pay it), 'not_found'.
create domain ask_undo_outcome as text check (value in ('done', 'asked', 'undone', 'settled', 'not_found'));

create function ask_undo(
  p_use uuid, p_person uuid, p_provider uuid, p_reason text, p_ip text, p_session uuid default null
) returns ask_undo_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_session
declare
  used order_use;
  request_id uuid;
begin
  if not may_for(p_person, p_provider, 'order.use')
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  select * into used from order_use u where u.id = p_use and u.provider_id = p_provider and u.kind = 'use';
  if used.id is null then return 'not_found'; end if;
  perform require_named(p_session, p_person, used.counter_id);
  perform from "order" o where o.id = used.order_id for no key update;
  if exists (select from order_use u where u.undoes = p_use) then return 'undone'; end if;
  if is_use_final(p_use) then return 'settled'; end if;
  insert into undo_request (use_id, provider_id, asked_by, asked_at, reason)
  values (p_use, p_provider, p_person, clock_timestamp(), p_reason)
  on conflict (use_id) where decided_at is null do nothing returning id into request_id;
  if request_id is null then return 'asked'; end if;
  perform audit_append(p_action => 'order.undo_asked', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'order', p_subject_id => used.order_id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('use', p_use, 'request', request_id));
  return 'done';
end $$;

-- The caja reverses a use. When its order has been replaced, the value goes to a new order, p_new: the application
-- seals the affiliate's data to it.
create function give_back(
  p_use order_use, p_actor uuid, p_key uuid, p_reason text, p_new uuid, p_id_sealed bytea, p_name_sealed bytea,
    p_ip text
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  replacement "order";
  new_number text;
begin
  perform insert_reversal(p_use => p_use.id, p_person => p_actor, p_provider => p_use.provider_id, p_counter => null,
    p_key => p_key, p_reason => p_reason, p_channel => 'web', p_ip => p_ip);
  select * into o from "order" where id = p_use.order_id;
  if o.state <> 'replaced' then return; end if;
  new_number := issue_in_place(p_of => o, p_new => p_new, p_actor => p_actor, p_value => p_use.amount,
    p_id_sealed => p_id_sealed, p_name_sealed => p_name_sealed, p_gives_back => o.id);
  perform audit_append(p_action => 'order.issued', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_new::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', o.kind_code, 'number', new_number,
    'gives_back', p_use.id, 'of', o.id));
  select * into replacement from "order" where id = p_new;
  perform record_order_action(replacement, 'give_back', replacement.value, p_actor, null);
end $$;

-- A person of the caja decides a provider's request to reverse a use. The reversal in the ledger has the request's id
-- as its idempotency key. Outcomes: 'done', 'decided' (already decided, or the provider reversed the use itself),
-- 'own_provider' (the person works or worked there), 'not_allowed', 'changed' (it differs from p_seen, which earlier
-- versions of the application do not send), 'settled' (the use is on its way to being paid), 'not_found'.
create domain decide_undo_outcome as text
  check (value in ('done', 'decided', 'own_provider', 'not_allowed', 'changed', 'settled', 'not_found'));

create function decide_undo(
  p_request uuid, p_actor uuid, p_approve boolean, p_reason text, p_mails jsonb, p_ip text,
  p_new uuid default gen_random_uuid(), p_id_sealed bytea default null, p_name_sealed bytea default null,
  p_seen jsonb default null
) returns decide_undo_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  requested undo_request;
  used order_use;
begin
  if not may(p_actor, 'use.undo') then return 'not_allowed'; end if;
  select * into requested from undo_request r where r.id = p_request;
  if requested.id is null then return 'not_found'; end if;
  if requested.asked_by = p_actor or exists (
    select from membership m where m.person_id = p_actor and m.provider_id = requested.provider_id
  ) then return 'own_provider'; end if;
  select * into used from order_use u where u.id = requested.use_id;
  perform from "order" o where o.id = used.order_id for no key update;
  if exists (select from undo_request r where r.id = p_request and r.decided_at is not null)
    then return 'decided'; end if;
  if changed_parts(p_seen, undo_seen(p_request)) <> '{}' then return 'changed'; end if;
  if p_approve and is_use_final(requested.use_id) then return 'settled'; end if;
  if not p_approve and not is_use_standing(requested.use_id) then return 'decided'; end if;
  update undo_request r set decided_by = p_actor, decided_at = clock_timestamp(), approved = p_approve,
    decision_reason = p_reason
  where r.id = p_request; -- the order's lock holds off who decides it at the same moment
  if p_approve and is_use_standing(requested.use_id) then
    perform give_back(p_use => used, p_actor => p_actor, p_key => requested.id, p_reason => p_reason, p_new => p_new,
      p_id_sealed => p_id_sealed, p_name_sealed => p_name_sealed, p_ip => p_ip);
  end if;
  perform queue_mails(p_mails);
  perform audit_append(p_action => case when p_approve then 'order.undo_approved' else 'order.undo_refused' end,
    p_actor => p_actor, p_provider => requested.provider_id, p_subject_kind => 'order',
    p_subject_id => used.order_id::text, p_ip => p_ip, p_detail => jsonb_build_object('use', requested.use_id,
    'request', requested.id, 'reason', p_reason));
  return 'done';
end $$;

-- A person of the caja reverses a use that the caja objected to, without a request of its provider. Outcomes: 'done',
-- 'undone' (it is reversed already), 'not_objected', 'undo_waits' (the provider asked to reverse it, which must be
-- decided first), 'changed' (it differs from p_seen, which earlier versions of the application do not send),
-- 'own_provider' (the person works or worked there), 'not_allowed', 'not_found'.
create domain undo_objected_outcome as text
  check (value in ('done', 'undone', 'not_objected', 'undo_waits', 'changed', 'own_provider', 'not_allowed',
    'not_found'));

create function undo_objected_use(
  p_use uuid, p_actor uuid, p_reason text, p_new uuid, p_id_sealed bytea, p_name_sealed bytea, p_mails jsonb, p_ip text,
  p_seen jsonb default null
) returns undo_objected_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used order_use;
begin
  if not may(p_actor, 'use.undo') then return 'not_allowed'; end if;
  select * into used from order_use u where u.id = p_use and u.kind = 'use' and u.provider_id is not null;
  if used.id is null then return 'not_found'; end if;
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = used.provider_id)
  then return 'own_provider'; end if;
  perform from "order" o where o.id = used.order_id for no key update;
  if not is_use_standing(p_use) then return 'undone'; end if;
  if not exists (select from settlement s where s.use_id = p_use and s.state = 'objected')
    then return 'not_objected'; end if;
  if exists (select from undo_request r where r.use_id = p_use and r.decided_at is null)
    then return 'undo_waits'; end if;
  if changed_parts(p_seen, use_seen(p_use)) <> '{}' then return 'changed'; end if;
  perform give_back(p_use => used, p_actor => p_actor, p_key => gen_random_uuid(), p_reason => p_reason,
    p_new => p_new, p_id_sealed => p_id_sealed, p_name_sealed => p_name_sealed, p_ip => p_ip);
  perform queue_mails(p_mails);
  return 'done';
end $$;
