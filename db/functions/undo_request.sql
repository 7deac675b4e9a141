-- A provider asks the caja to take a use back. Outcomes: 'done', 'asked' (one waits already), 'undone',
-- 'settled' (the caja is about to pay it, or replaced the order), 'not_found'.
create function ask_undo(p_use uuid, p_person uuid, p_provider uuid, p_reason text, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used order_use;
  made uuid;
begin
  if not exists (select from membership m where m.person_id = p_person and m.provider_id = p_provider
    and m.removed_at is null and m.role in ('owner', 'clerk'))
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  select * into used from order_use u where u.id = p_use and u.provider_id = p_provider and u.kind = 'use';
  if used.id is null then return 'not_found'; end if;
  perform from "order" o where o.id = used.order_id for no key update;
  if exists (select from order_use u where u.undoes = p_use) then return 'undone'; end if;
  if use_must_stand(p_use) then return 'settled'; end if;
  insert into undo_request (use_id, provider_id, asked_by, asked_at, reason)
  values (p_use, p_provider, p_person, clock_timestamp(), p_reason)
  on conflict (use_id) where decided_at is null do nothing returning id into made;
  if made is null then return 'asked'; end if;
  perform audit_append('order.undo_asked', p_person, p_provider, 'order', used.order_id::text, 'web', p_ip,
    jsonb_build_object('use', p_use, 'request', made));
  return 'done';
end $$;

-- Somebody of the caja, who is not of the provider, takes the use back or says why not. The entry against
-- carries the request's id as its key. Outcomes: 'done', 'decided' (already), 'own_provider', 'not_allowed',
-- 'settled', 'not_found'.
create function decide_undo(
  p_request uuid, p_actor uuid, p_approve boolean, p_reason text, p_mails jsonb, p_ip text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked undo_request;
  used order_use;
begin
  if not exists (select from person where id = p_actor and caja_role in ('administrator', 'officer') and disabled_at is null)
  then return 'not_allowed'; end if;
  select * into asked from undo_request r where r.id = p_request;
  if asked.id is null then return 'not_found'; end if;
  if asked.asked_by = p_actor or exists (
    select from membership m where m.person_id = p_actor and m.provider_id = asked.provider_id
  ) then return 'own_provider'; end if;
  select * into used from order_use u where u.id = asked.use_id;
  perform from "order" o where o.id = used.order_id for no key update;
  if p_approve and use_must_stand(asked.use_id) then return 'settled'; end if;
  update undo_request r set decided_by = p_actor, decided_at = clock_timestamp(), approved = p_approve,
    decision_reason = p_reason
  where r.id = p_request and r.decided_at is null;
  if not found then return 'decided'; end if;
  if p_approve and not exists (select from order_use u where u.undoes = asked.use_id) then
    perform write_undo(asked.use_id, p_actor, asked.provider_id, null, asked.id, p_reason, 'web', p_ip);
  end if;
  perform queue_mails(p_mails);
  perform audit_append(case when p_approve then 'order.undo_approved' else 'order.undo_refused' end, p_actor,
    asked.provider_id, 'order', used.order_id::text, 'web', p_ip,
    jsonb_build_object('use', asked.use_id, 'request', asked.id, 'reason', p_reason));
  return 'done';
end $$;
