-- Claims about somebody's data (Ley 1581 de 2012, art. 15). Guards against: a question that is taken for a claim, whose
-- days would stand still, and a claim that whoever sees the data is not told of.

-- Until when a claim stands still that lacks something (art. 15, num. 1); null for one that does not. A question never
-- stands still: art. 14 knows no pause, so it waits by its day whatever was asked for.
create function claim_missing_until(r rights_request) returns date language sql immutable as $$
  select case when r.state = 'incomplete' and r.kind <> 'consult' then r.missing_until end;
$$;

-- The claims under way, which whoever of the caja sees the data is told of until they are decided ("reclamo en
-- trámite", Ley 1581 de 2012, art. 15, num. 2), and of whose data they are. A question is no claim. They are few: none
-- stays longer than its term.
create function open_claims(p_actor uuid)
returns table (number text, kind text, whole_at timestamptz, id_index bytea, id_kind text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: id_kind
begin
  if not may(p_actor, 'caja.dashboard') then return; end if;
  return query
    select r.number, r.kind, r.whole_at, r.id_index, r.id_kind from rights_request r
    where r.id_index is not null and r.closed_at is null and r.state = 'open' and r.kind <> 'consult'
    order by r.whole_at, r.id;
end $$;
