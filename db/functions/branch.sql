-- Branches of a provider and their counters. Closed ones are kept, so that old rows keep their names. Every function
-- here takes the team's lock first. Guards against: two people who edit one branch or counter at once, and an old row
-- that loses the name of its branch.

create domain place_outcome as text
  check (value in ('done', 'not_allowed', 'name_taken', 'place_closed', 'too_many_places'));

-- Null creates a new one. The name is unique among open ones; the index enforces it under concurrency.
create function save_branch(p_branch uuid, p_provider uuid, p_actor uuid, p_name text, p_ip text)
returns place_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_branch
declare
  saved uuid := p_branch;
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  if p_branch is null then
    if (select count(*) from branch b where b.provider_id = p_provider and b.closed_at is null) >= 50 then
      return 'too_many_places';
    end if;
    insert into branch (provider_id, name) values (p_provider, p_name) returning id into saved;
  else
    update branch b set name = p_name
    where b.id = p_branch and b.provider_id = p_provider and b.closed_at is null;
    if not found then return 'place_closed'; end if;
  end if;
  perform audit_append(p_action => case when p_branch is null then 'branch.opened' else 'branch.renamed' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'branch', p_subject_id => saved::text,
    p_ip => p_ip, p_detail => jsonb_build_object('name', p_name));
  return 'done';
exception when unique_violation then return 'name_taken';
end $$;

create function save_counter(
  p_counter uuid, p_branch uuid, p_provider uuid, p_actor uuid, p_name text, p_ip text
) returns place_outcome language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_counter
declare
  saved uuid := p_counter;
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  if not exists (select from branch b
    where b.id = p_branch and b.provider_id = p_provider and b.closed_at is null)
  then return 'place_closed'; end if;
  if p_counter is null then
    if (select count(*) from counter c where c.branch_id = p_branch and c.closed_at is null) >= 50 then
      return 'too_many_places';
    end if;
    insert into counter (branch_id, name) values (p_branch, p_name) returning id into saved;
  else
    update counter c set name = p_name where c.id = p_counter and c.branch_id = p_branch and c.closed_at is null;
    if not found then return 'place_closed'; end if;
  end if;
  perform audit_append(p_action => case when p_counter is null then 'counter.opened' else 'counter.renamed' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'counter', p_subject_id => saved::text,
    p_ip => p_ip, p_detail => jsonb_build_object('name', p_name));
  return 'done';
exception when unique_violation then return 'name_taken';
end $$;

-- Closes a branch with its counters, or one counter.
create function close_place(p_place uuid, p_provider uuid, p_actor uuid, p_ip text)
returns place_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kind text;
begin
  if not lock_team(p_provider, p_actor) then return 'not_allowed'; end if;
  update branch b set closed_at = now()
  where b.id = p_place and b.provider_id = p_provider and b.closed_at is null;
  if found then
    kind := 'branch';
    update counter c set closed_at = now() where c.branch_id = p_place and c.closed_at is null;
  else
    update counter c set closed_at = now() from branch b
    where c.id = p_place and b.id = c.branch_id and b.provider_id = p_provider and c.closed_at is null;
    if not found then return 'place_closed'; end if;
    kind := 'counter';
  end if;
  perform audit_append(p_action => kind || '.closed', p_actor => p_actor, p_provider => p_provider,
    p_subject_kind => kind, p_subject_id => p_place::text, p_ip => p_ip);
  return 'done';
end $$;

-- The counter that a device claims, when it is an open one of this provider; else null. Checked at each use.
create function own_counter(p_counter uuid, p_provider uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from counter c join branch b on b.id = c.branch_id
  where c.id = p_counter and c.closed_at is null and b.provider_id = p_provider and b.closed_at is null;
$$;

-- An open counter of this provider.
create function read_counter(p_counter uuid, p_person uuid, p_provider uuid)
returns table (id uuid, name text, branch text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select c.id, c.name, b.name from counter c join branch b on b.id = c.branch_id
  where c.id = p_counter and b.provider_id = p_provider and c.closed_at is null and b.closed_at is null
    and may_for(p_person, p_provider, 'application.view');
$$;
