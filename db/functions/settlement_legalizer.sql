-- Who legalised a use: never who approves its payment (payment.sql). Guards against: one person who legalises and pays,
-- and a use of which nobody knows who legalised it, because a process of the version before wrote it, which does not
-- write the column.
create function note_legalizer() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.legalized_by := new.changed_by;
  return new;
end $$;

create trigger settlement_has_legalizer before insert on settlement
  for each row when (new.state = 'legalized') execute function note_legalizer();
create trigger settlement_changes_legalizer before update on settlement
  for each row when (new.state = 'legalized' and old.state <> 'legalized') execute function note_legalizer();
