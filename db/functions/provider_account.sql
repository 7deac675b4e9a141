-- Accounts at banks into which providers are paid. Guards against: an account that one person alone changes, a decision
-- on another account than was shown, and a number that is read without need.
create domain bank_account_outcome as text check (value in ('done', 'not_allowed', 'own_provider', 'not_found',
  'changed', 'decided', 'same_person', 'waits'));

-- An account of a form: {"id": …, "bank": …, "kind": …, "number_sealed": base64, "last_four": …}. It takes the place of
-- the one that the request had. Without one ('{}', or null of processes of before) nothing changes. A request, which
-- one person decides, brings none where the provider has one.
create function put_request_account(p_request uuid, p_provider uuid, p_person uuid, p_account jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_account is null or p_account = '{}' then return; end if;
  if exists (select from bank_account a where a.provider_id = p_provider and a.state = 'current') then return; end if;
  delete from bank_account a where a.request_id = p_request and a.state = 'requested';
  insert into bank_account (id, provider_id, request_id, bank, kind, number_sealed, last_four, state, proposed_by)
  values ((p_account ->> 'id')::uuid, p_provider, p_request, p_account ->> 'bank', p_account ->> 'kind',
    decode(p_account ->> 'number_sealed', 'base64'), p_account ->> 'last_four', 'requested', p_person);
end $$;

-- Whether a form leaves out the account that belongs to a bank certificate which has to come. Processes of before know
-- of none, and say null.
create function lacks_account(
  p_provider uuid, p_person uuid, p_application text, p_request uuid, p_account jsonb
) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_request, p_account
  select p_account = '{}' and not exists (
      select from bank_account a where a.provider_id = p_provider
        and (a.state = 'current' or a.state = 'requested' and a.request_id = p_request))
    and exists (select from documents_due(p_provider, p_person, p_application) d
      where d.kind = 'bank_certificate' and d.required and d.due in ('missing', 'old', 'fix'));
$$;

-- With its request an account is approved, or refused. It is refused with an approval too where the provider has one
-- by then: another one takes two people. Answers it, for taking it back.
create function decide_request_account(p_request uuid, p_actor uuid, p_decision text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a bank_account;
begin
  if p_decision = 'returned' then return '{}'; end if;
  select * into a from bank_account b where b.request_id = p_request and b.state = 'requested' for update;
  if a.id is null then return '{}'; end if;
  if p_decision = 'rejected' or exists (
    select from bank_account c where c.provider_id = a.provider_id and c.state = 'current') then
    update bank_account set state = 'refused', decided_at = now(), decided_by = p_actor where id = a.id;
  else
    update bank_account set state = 'current', decided_at = now(), decided_by = p_actor where id = a.id;
    perform audit_append(p_action => 'bank_account.approved', p_actor => p_actor, p_provider => a.provider_id,
      p_subject_kind => 'provider', p_subject_id => a.provider_id::text, p_detail => account_detail(a));
  end if;
  return jsonb_build_object('account', a.id);
end $$;

-- A decision that is taken back leaves the accounts as they were, unless another one was approved meanwhile. One of an
-- earlier version may have put its account in the place of another.
create function take_back_account(p_undo jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update bank_account set state = 'requested', decided_at = null, decided_by = null
  where id = (p_undo ->> 'account')::uuid and state in ('current', 'refused');
  if found then
    update bank_account set state = 'current' where id = (p_undo ->> 'account_before')::uuid and state = 'replaced';
  end if;
end $$;

-- What the log says of an account; never its number.
create function account_detail(p_account bank_account) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('bank', p_account.bank, 'last_four', p_account.last_four,
    'reason', p_account.reason));
$$;

-- Proposes another account. p_current: the one that was shown as current.
create function propose_account(
  p_actor uuid, p_provider uuid, p_current uuid, p_account jsonb, p_reason text, p_ip text
) returns bank_account_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_current
declare
  a bank_account;
begin
  if not may(p_actor, 'bank_account.manage') then return 'not_allowed'; end if;
  perform from provider v where v.id = p_provider for no key update;
  if not found then return 'not_found'; end if;
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = p_provider)
  then return 'own_provider'; end if;
  if (select b.id from bank_account b where b.provider_id = p_provider and b.state = 'current')
    is distinct from p_current then return 'changed'; end if;
  if exists (select from bank_account b where b.provider_id = p_provider and b.state = 'proposed')
  then return 'waits'; end if;
  insert into bank_account (id, provider_id, bank, kind, number_sealed, last_four, state, proposed_by, reason)
  values ((p_account ->> 'id')::uuid, p_provider, p_account ->> 'bank', p_account ->> 'kind',
    decode(p_account ->> 'number_sealed', 'base64'), p_account ->> 'last_four', 'proposed', p_actor, p_reason)
  returning * into a;
  perform audit_append(p_action => 'bank_account.proposed', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => 'provider', p_subject_id => p_provider::text, p_ip => p_ip, p_detail => account_detail(a));
  return 'done';
end $$;

-- Approves a proposed account, which takes the place of the current one; another person than who proposed it. p_mails:
-- letters to the provider's owners.
create function approve_account(p_actor uuid, p_account uuid, p_current uuid, p_mails jsonb, p_ip text)
returns bank_account_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_current
declare
  a bank_account;
begin
  if not may(p_actor, 'bank_account.manage') then return 'not_allowed'; end if;
  perform from provider v where v.id = (select b.provider_id from bank_account b where b.id = p_account)
    for no key update;
  select * into a from bank_account b where b.id = p_account for update;
  if a.id is null then return 'not_found'; end if;
  if a.state <> 'proposed' then return 'decided'; end if;
  if a.proposed_by = p_actor then return 'same_person'; end if;
  if exists (select from membership m where m.person_id = p_actor and m.provider_id = a.provider_id)
  then return 'own_provider'; end if;
  if (select b.id from bank_account b where b.provider_id = a.provider_id and b.state = 'current')
    is distinct from p_current then return 'changed'; end if;
  update bank_account set state = 'replaced' where id = p_current;
  update bank_account set state = 'current', decided_at = now(), decided_by = p_actor where id = a.id;
  perform queue_mails(p_mails);
  perform audit_append(p_action => 'bank_account.approved', p_actor => p_actor, p_provider => a.provider_id,
    p_subject_kind => 'provider', p_subject_id => a.provider_id::text, p_ip => p_ip, p_detail => account_detail(a));
  return 'done';
end $$;

-- Refuses a proposed account with a reason; whoever proposed it withdraws it the same way.
create function refuse_account(p_actor uuid, p_account uuid, p_reason text, p_ip text)
returns bank_account_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a bank_account;
begin
  if not may(p_actor, 'bank_account.manage') then return 'not_allowed'; end if;
  select * into a from bank_account b where b.id = p_account for update;
  if a.id is null then return 'not_found'; end if;
  if a.state <> 'proposed' then return 'decided'; end if;
  update bank_account set state = 'refused', decided_at = now(), decided_by = p_actor, decision = p_reason
  where id = a.id;
  perform audit_append(p_action => 'bank_account.refused', p_actor => p_actor, p_provider => a.provider_id,
    p_subject_kind => 'provider', p_subject_id => a.provider_id::text, p_ip => p_ip,
    p_detail => account_detail(a) || jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- A whole number, for who decides on its account: the log has it once for each person and account.
create function read_account_number(p_actor uuid, p_account uuid, p_ip text) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  a bank_account;
begin
  select * into a from bank_account b where b.id = p_account;
  if a.id is null or not (may(p_actor, 'bank_account.manage')
    or a.state = 'requested' and may(p_actor, 'request.decide'))
  then return null; end if;
  if not exists (select from audit_event e where e.subject_id = p_account::text and e.action = 'bank_account.read'
    and e.actor_id = p_actor) then
    perform audit_append(p_action => 'bank_account.read', p_actor => p_actor, p_provider => a.provider_id,
      p_subject_kind => 'bank_account', p_subject_id => p_account::text, p_ip => p_ip);
  end if;
  return a.number_sealed;
end $$;

-- Into which account a run pays each provider. Before it is decided: the current one, which may be another than when
-- it was made; afterwards the one that was approved.
create function payment_accounts(p_payment uuid)
returns table (
  provider_id uuid, provider_name text, account uuid, bank text, kind text, last_four text, is_changed boolean
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: account, bank, kind, last_four
  select v.id, v.legal_name, a.id, a.bank, a.kind, a.last_four,
    p.state = 'pending' and exists (select from payment_account x where x.payment_id = p.id
      and x.provider_id = v.id and x.made_with is distinct from a.id)
  from payment p
  join lateral (select distinct u.provider_id from payment_use u where u.payment_id = p.id) paid on true
  join provider v on v.id = paid.provider_id
  left join payment_account known on known.payment_id = p.id and known.provider_id = v.id
  left join bank_account a on case p.state when 'pending' then a.provider_id = v.id and a.state = 'current'
    else a.id = known.paid_to end
  where p.id = p_payment
  order by plain_words(v.legal_name), v.id;
$$;

-- The accounts of a run as one version, which an approval names.
create function payment_accounts_version(p_payment uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select md5(coalesce(
    string_agg(a.provider_id || '=' || coalesce(a.account::text, ''), ',' order by a.provider_id), ''))
  from payment_accounts(p_payment) a;
$$;
