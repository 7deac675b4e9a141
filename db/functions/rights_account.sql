-- Accounts that whoever answers a request names as its person's: those of clerks and of the caja's people, who are
-- asked for no ID number, and of whoever gave their mailbox up. Guards against: an account that is named before
-- somebody looked at the identity, one that has the ID number of somebody else, and a name that is given without a
-- trace.

-- What a request says of its person (rights_holder.sql), with the accounts that were named.
create function holder_of_request(p_request uuid, p_holder jsonb) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select p_holder || jsonb_build_object('named',
    (select coalesce(jsonb_agg(a.person_id), '[]') from rights_account a where a.request_id = p_request));
$$;

-- Whether an account may be named: it has no ID number, or the holder's, of whatever kind of document it was written.
create function may_be_of_holder(p person, p_holder jsonb) returns boolean language sql immutable as $$
  select coalesce(is_number_of_holder(p, p_holder), true);
$$;

-- The accounts whose name or e-mail has all these words, as LIKE takes them, and the ones that are named already. The
-- companies say who is who. A search stands in the log with how much came out, never with what was typed. No row
-- without the permission, or while nobody wrote down whose identity was looked at.
create function list_rights_accounts(
  p_actor uuid, p_number text, p_words text[], p_holder jsonb, p_limit int, p_ip text
)
returns table (id uuid, name text, email text, caja_role caja_role, companies text, is_named boolean, is_found boolean,
  may_name boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: email, caja_role, companies
declare
  found_accounts int;
  r rights_request;
  holder jsonb;
begin
  if not may(p_actor, 'rights.handle') then return; end if;
  select q.* into r from rights_request q where q.number = p_number and q.identity_at is not null;
  holder := holder_of_request(r.id, p_holder);
  if r.id is null then return; end if;
  return query
    select p.id, p.name, mailbox_of(p.email), p.caja_role::caja_role,
      (select string_agg(distinct v.legal_name, ', ') from membership m join provider v on v.id = m.provider_id
        where m.person_id = p.id),
      holder -> 'named' ? p.id::text,
      exists (select from people_of_holder(p_holder) f where f.id = p.id), may_be_of_holder(p, p_holder)
    from person p
    where holder -> 'named' ? p.id::text
      or cardinality(p_words) > 0 and p.email not like '%@olvidada.invalid'
        and plain_words(p.name || ' ' || coalesce(mailbox_of(p.email), '')) like all (p_words)
    order by holder -> 'named' ? p.id::text desc, plain_words(p.name), p.id limit p_limit;
  get diagnostics found_accounts = row_count;
  if cardinality(p_words) > 0 then
    perform audit_append(p_action => 'rights.accounts_searched', p_actor => p_actor, p_subject_kind => 'rights',
      p_subject_id => p_number, p_ip => p_ip, p_detail => jsonb_build_object('found', found_accounts));
  end if;
end $$;

-- Names an account as the person's, or takes that back: with the next step it is in the file, withdrawn and forgotten.
create function name_rights_account(
  p_actor uuid, p_number text, p_version int, p_step uuid, p_person uuid, p_is_theirs boolean, p_holder jsonb, p_ip text
) returns rights_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  obstacle rights_outcome;
begin
  select * into r from rights_request q where q.number = p_number for update;
  obstacle := rights_obstacle(p_actor, r, p_version);
  if obstacle is not null then return obstacle; end if;
  if r.identity_at is null then return 'unproven'; end if;
  if not p_is_theirs then
    delete from rights_account a where a.request_id = r.id and a.person_id = p_person;
  elsif exists (select from person p where p.id = p_person and not may_be_of_holder(p, p_holder)) then
    return 'other_number';
  else
    insert into rights_account (request_id, person_id, named_by)
    select r.id, p.id, p_actor from person p where p.id = p_person on conflict do nothing;
  end if;
  if not found then return 'changed'; end if;
  perform note_rights_step(p_request => r, p_actor => p_actor, p_step => p_step,
    p_kind => case when p_is_theirs then 'account_named' else 'account_removed' end, p_text => null, p_mails => '[]',
    p_ip => p_ip, p_detail => jsonb_build_object('person', p_person));
  return 'done';
end $$;
