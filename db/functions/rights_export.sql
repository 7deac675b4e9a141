-- What the product holds on one person, and what of it may be forgotten now. Guards against: data that leave without
-- an identity that was looked at, a search by what is not the person's own, and forgetting what the law says to keep
-- (Ley 1581 de 2012, art. 8, lit. e, and Decreto 1074 de 2015, 2.2.2.25.2.8).

-- Whether somebody still works for the caja or a provider: then the account is needed.
create function still_works(p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p where p.id = p_person and p.caja_role is not null and p.disabled_at is null)
    or exists (select from membership m where m.person_id = p_person and m.removed_at is null);
$$;

create function account_held(p person) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('id', p.id, 'email', mailbox_of(p.email), 'name', p.name, 'idKind', p.id_kind,
    'works', still_works(p.id), 'idNumberPlain', p.id_number, 'idNumberSealed', encode(p.id_number_sealed, 'base64'),
    'mobilePlain', p.mobile, 'mobileSealed', encode(p.mobile_sealed, 'base64'),
    'cajaRole', p.caja_role, 'createdAt', p.created_at, 'endedAt', p.disabled_at,
    'memberships', (select jsonb_agg(jsonb_build_object('company', v.legal_name, 'role', m.role, 'from', m.created_at,
        'to', m.removed_at) order by m.created_at)
      from membership m join provider v on v.id = m.provider_id where m.person_id = p.id),
    'consents', (select jsonb_agg(jsonb_build_object('purposes', c.purposes, 'at', c.consented_at, 'ip', c.ip,
        'browser', c.user_agent, 'revokedAt', c.revoked_at) order by c.consented_at)
      from consent c where c.person_id = p.id),
    'sessions', (select jsonb_agg(jsonb_build_object('from', s.created_at, 'to', s.last_seen_at, 'ip', s.ip,
        'browser', s.user_agent) order by s.created_at) from session s where s.person_id = p.id),
    'factors', (select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name, 'at', f.created_at)
        order by f.created_at) from factor f where f.person_id = p.id and f.ended_at is null),
    'documents', (select jsonb_agg(jsonb_build_object('name', d.file_name, 'request', r.filing_number,
        'at', d.uploaded_at) order by d.uploaded_at)
      from request r join request_document d on d.request_id = r.id where r.submitted_by = p.id),
    'acts', (select jsonb_agg(jsonb_build_object('action', a.action, 'at', a.at, 'ip', address_told(a, i))
        order by a.seq)
      from (select e.* from audit_event e where e.actor_id = p.id order by e.seq desc limit rights_acts_shown()) a
      left join audit_address i on i.seq = a.seq),
    'actCount', (select count(*) from audit_event e where e.actor_id = p.id));
$$;

-- So many acts of a person go along, the last ones: all of a clerk's in years, and a file that a browser still opens.
-- Whoever did more is told how many there are.
create function rights_acts_shown() returns int language sql immutable as $$ select 20000 $$;

create function order_held(o "order") returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('id', o.id, 'number', o.number, 'kind', k.name, 'concept', o.concept, 'value', o.value,
    'balance', o.balance, 'issuedOn', o.issued_on, 'validUntil', o.valid_until, 'state', o.state, 'office', o.office,
    'idKind', o.affiliate_id_kind, 'idSealed', encode(o.affiliate_id_sealed, 'base64'),
    'nameSealed', encode(o.affiliate_name_sealed, 'base64'),
    'uses', (select jsonb_agg(jsonb_build_object('kind', u.kind, 'amount', u.amount, 'at', u.at,
        'company', v.legal_name) order by u.serial)
      from order_use u left join provider v on v.id = u.provider_id where u.order_id = o.id),
    'lookups', (select jsonb_agg(jsonb_build_object('at', l.asked_at, 'company', v.legal_name, 'outcome', l.outcome)
        order by l.asked_at)
      from lookup l join provider v on v.id = l.provider_id where l.order_id = o.id),
    'reports', (select jsonb_agg(jsonb_build_object('id', r.id, 'folio', r.folio, 'at', r.filed_at,
        'wordsSealed', encode(r.words_sealed, 'base64'),
        'photo', exists (select from report_photo f where f.report_id = r.id)) order by r.filed_at)
      from report r where r.order_id = o.id))
  from order_kind k where k.code = o.kind_code;
$$;

-- The company of somebody who trades in their own name: its NIT is their ID number, so what is held on it is on them.
create function companies_of_holder(p_holder jsonb) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_agg(c.held order by c.at) from (
    select bogota_day(v.created_at) as at, jsonb_build_object(
      'name', v.legal_name, 'nit', v.nit, 'email', null, 'phone', v.phone, 'place', v.municipality,
      'address', v.address, 'from', bogota_day(v.created_at), 'to', null,
      'account', (select a.last_four from bank_account a where a.provider_id = v.id and a.state = 'current')) as held
    from provider v where v.nit = p_holder ->> 'nit'
    union all
    select g.starts_on, jsonb_build_object(
      'name', g.legal_name, 'nit', g.nit, 'email', g.email, 'phone', g.phone, 'place', g.municipality,
      'address', null, 'from', g.starts_on, 'to', g.ends_on, 'account', null)
    from agreement g where g.nit = p_holder ->> 'nit') c
  where is_kind_of_holder('NIT', p_holder);
$$;

create function held_of_holder(p_holder jsonb) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'accounts', (select jsonb_agg(account_held(p) order by p.created_at) from people_of_holder(p_holder) p),
    'invitations', (select jsonb_agg(jsonb_build_object('name', i.name, 'email', mailbox_of(i.email),
        'company', v.legal_name, 'at', i.invited_at) order by i.invited_at)
      from invitations_of_holder(p_holder) i join provider v on v.id = i.provider_id),
    'companies', companies_of_holder(p_holder),
    'orders', (select jsonb_agg(order_held(o) order by o.issued_on) from orders_of_holder(p_holder) o),
    'typed', (select jsonb_agg(jsonb_build_object('at', l.asked_at, 'company', v.legal_name,
        'number', coalesce(o.number, l.number_typed)) order by l.asked_at)
      from lookups_of_holder(p_holder) l join provider v on v.id = l.provider_id
      left join "order" o on o.id = l.order_id),
    'requests', (select jsonb_agg(jsonb_build_object('number', q.number, 'kind', q.kind, 'at', q.filed_at,
        'state', q.state) order by q.filed_at)
      from rights_request q where q.id_index = decode(p_holder ->> 'request_index', 'base64')
        and is_kind_of_holder(q.id_kind, p_holder)));
$$;

-- Everything that is held on whom a request is about, for its answer. Sealed values come sealed, in base64. Null
-- without the permission, or while nobody wrote down whose identity was looked at. That it was taken stands in the log.
create function collect_held_data(p_actor uuid, p_number text, p_step uuid, p_holder jsonb, p_ip text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  found_request uuid;
begin
  if not may(p_actor, 'rights.handle') then return null; end if;
  select r.id into found_request from rights_request r where r.number = p_number and r.identity_at is not null;
  if found_request is null then return null; end if;
  insert into rights_event (id, request_id, kind, actor_id) values (p_step, found_request, 'exported', p_actor);
  perform audit_append(p_action => 'rights.exported', p_actor => p_actor, p_subject_kind => 'rights',
    p_subject_id => p_number, p_ip => p_ip);
  return held_of_holder(holder_of_request(found_request, p_holder));
end $$;

-- Empties what is personal of an account that nobody needs any more. The name stays: history and proofs name who did
-- what. Its e-mail becomes one that no mail server takes.
create function empty_account(p_person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  former text;
begin
  select p.email into former from person p where p.id = p_person for update;
  update person p set email = p_person || '@olvidada.invalid', id_kind = null, id_number = null,
    id_number_sealed = null, id_number_index = null, mobile = null, mobile_sealed = null, mobile_index = null,
    password_hash = null
  where p.id = p_person;
  delete from session s where s.person_id = p_person;
  update factor f set name = '', secret = null, public_key = null, ended_at = coalesce(f.ended_at, now())
  where f.person_id = p_person;
  delete from email_change c where c.person_id = p_person;
  delete from order_form f where f.person_id = p_person;
  delete from kept_file k where k.person_id = p_person;
  update consent c set revoked_at = coalesce(c.revoked_at, now()) where c.person_id = p_person;
  update invitation i set email = i.id || '@olvidada.invalid', name = ''
  where lower(i.email) = lower(former) and (i.accepted_at is not null or i.cancelled_at is not null);
end $$;

-- Forgets at once what nothing obliges to keep: what was typed of the ID in look-ups, the accounts of somebody who
-- works nowhere any more, and the invitations of whoever has no other account. What stays, and until when, is in
-- domain/rights/what-stays.ts.
create function forget_holder(p_holder jsonb, p_actor uuid, p_number text, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  typed int;
  emptied int;
  invited uuid[];
begin
  -- The team's row first, as everybody takes it who changes an invitation.
  perform 1 from provider v where v.id in (select i.provider_id from invitations_of_holder(p_holder) i)
  order by v.id for update;
  invited := array(select i.id from invitations_of_holder(p_holder) i where i.name <> '' and not exists (
    select from person p where lower(p.email) = lower(i.email) and still_works(p.id)));
  update lookup l set id_sealed = null, id_index = null, number_sealed = null
  where l.id in (select h.id from lookups_of_holder(p_holder) h);
  get diagnostics typed = row_count;
  perform empty_account(p.id) from people_of_holder(p_holder) p where not still_works(p.id);
  get diagnostics emptied = row_count;
  perform end_invitations(invited, 'forgotten', p_actor, p_ip);
  update invitation i set email = i.id || '@olvidada.invalid', name = '' where i.id = any(invited);
  perform audit_append(p_action => 'rights.forgotten', p_actor => p_actor, p_subject_kind => 'rights',
    p_subject_id => p_number, p_ip => p_ip,
    p_detail => jsonb_build_object('typed', typed, 'accounts', emptied, 'invitations', cardinality(invited)));
end $$;
