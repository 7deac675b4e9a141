-- Files that are uploaded before their form is sent. Guards against: reading or using a file of another person, or of
-- the same person for another provider; and filling the disk.

create domain keep_file_outcome as text check (value in ('done', 'not_allowed', 'not_asked'));

-- Limit per person over all forms; the oldest is deleted.
create function kept_files_each() returns int language sql immutable as $$ select 12 $$;

-- What somebody must be allowed for the form that a file is for.
create function kept_file_permission(p_form text) returns text language sql immutable as $$
  select case when p_form like 'report:%' then 'report.file' else 'application.request' end;
$$;

-- Whether a form of the provider asks for this file: a document of a request for an application or of a correction,
-- or the photo of a report of one of its look-ups.
create function asks_for_file(p_provider uuid, p_form text, p_field text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from application_document d
    where d.active and d.kind = case p_field when 'camara' then 'chamber' else p_field end
      and d.application_code = case
        when p_form like 'request:%' then substr(p_form, length('request:') + 1)
        else (select r.application_code from request r
          where r.filing_number = substr(p_form, length('correction:') + 1) and r.provider_id = p_provider) end)
    or p_field = 'photo' and exists (
      select from lookup l where l.provider_id = p_provider and p_form = 'report:' || l.id);
$$;

-- Stores the file of a field and deletes the previous one.
create function keep_file(
  p_id uuid, p_person uuid, p_provider uuid, p_form text, p_field text, p_name text, p_type text, p_sealed bytea
) returns keep_file_outcome language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_for(p_person, p_provider, kept_file_permission(p_form)) then return 'not_allowed'; end if;
  if not asks_for_file(p_provider, p_form, p_field) then return 'not_asked'; end if;
  insert into kept_file (id, person_id, provider_id, form, field, file_name, media_type, sealed)
  values (p_id, p_person, p_provider, p_form, p_field, p_name, p_type, p_sealed)
  on conflict (person_id, provider_id, form, field) do update set id = excluded.id, file_name = excluded.file_name,
    media_type = excluded.media_type, sealed = excluded.sealed, kept_at = now();
  delete from kept_file k using (
    select id from kept_file where person_id = p_person order by kept_at desc, id offset kept_files_each()) old
  where k.id = old.id;
  return 'done';
end $$;

-- Stored files of a form, without their content.
create function list_kept_files(p_person uuid, p_provider uuid, p_form text)
returns table (field text, file_name text) language sql stable security definer set search_path = public, pg_temp as $$
  select k.field, k.file_name from kept_file k
  where k.person_id = p_person and k.provider_id = p_provider and k.form = p_form
    and k.kept_at > now() - retention_window('kept_files')
    and may_for(p_person, p_provider, kept_file_permission(p_form));
$$;

-- The file of one field.
create function read_kept_file(p_person uuid, p_provider uuid, p_form text, p_field text)
returns table (id uuid, file_name text, media_type text, sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select k.id, k.file_name, k.media_type, k.sealed from kept_file k
  where k.person_id = p_person and k.provider_id = p_provider and k.form = p_form and k.field = p_field
    and k.kept_at > now() - retention_window('kept_files')
    and may_for(p_person, p_provider, kept_file_permission(p_form));
$$;

-- Deletes the files of a form that was accepted.
create function drop_kept_files(p_person uuid, p_provider uuid, p_form text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from kept_file k where k.person_id = p_person and k.provider_id = p_provider and k.form = p_form
    and may_for(p_person, p_provider, kept_file_permission(p_form));
$$;
