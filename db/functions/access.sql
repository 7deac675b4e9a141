-- Permissions. The application has checked them already (model/access.ts); here the person's role is read again in the
-- writing transaction. Both use one table: the migrator fills role_permission from model/access.ts whenever it installs
-- the functions. Guards against: a person who acts with a permission that was withdrawn after the page was opened.

-- Whether a person of the caja has a permission. This function and the next are in plpgsql, because before PostgreSQL
-- 18 a function in language sql is planned again at each call.
create function may(p_person uuid, p_permission text) returns boolean language plpgsql stable as $$
begin
  return exists (
    select from person p join role_permission r on r.role = p.caja_role
    where p.id = p_person and p.disabled_at is null and r.permission = p_permission);
end $$;

-- Whether a person has a permission in the team of a provider.
create function may_for(p_person uuid, p_provider uuid, p_permission text) returns boolean language plpgsql stable as $$
begin
  return exists (
    select from membership m
    join person p on p.id = m.person_id and p.disabled_at is null
    join role_permission r on r.role = m.role
    where m.person_id = p_person and m.provider_id = p_provider and m.removed_at is null
      and r.permission = p_permission);
end $$;
