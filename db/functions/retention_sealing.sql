-- Seals what earlier versions of the application wrote as it was: ID numbers and mobiles of people, and documents of
-- requests. The keys are the application's, so it reads a batch, seals it, and gives it back. Guards against: sealing
-- over a value that changed meanwhile.

create function list_unsealed_people(p_limit int) returns table (person_id uuid, id_number text, mobile text)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: id_number, mobile
  select p.id, p.id_number, p.mobile from person p
  where p.id_number is not null or p.mobile is not null order by p.id limit p_limit;
$$;

-- Takes the sealed form of a person's data and empties what was sealed. False when the person changed meanwhile: then
-- the next round reads it again.
create function seal_person(p_person uuid, p_id_number text, p_mobile text, p_sealed jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_id_number, p_mobile
begin
  update person p set id_number = null, mobile = null,
    id_number_sealed = coalesce(sealed_part(p_sealed, 'id_number'), p.id_number_sealed),
    id_number_index = coalesce(sealed_part(p_sealed, 'id_index'), p.id_number_index),
    mobile_sealed = coalesce(sealed_part(p_sealed, 'mobile'), p.mobile_sealed),
    mobile_index = coalesce(sealed_part(p_sealed, 'mobile_index'), p.mobile_index)
  where p.id = p_person and p.id_number is not distinct from p_id_number and p.mobile is not distinct from p_mobile;
  return found;
end $$;

create function list_unsealed_documents(p_limit int) returns table (document_id uuid, content bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.content from request_document d where d.sealed_as is null order by d.id limit p_limit;
$$;

create function seal_document(p_document uuid, p_sealed bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update request_document d set content = p_sealed, sealed_as = d.id where d.id = p_document and d.sealed_as is null;
  return found;
end $$;
