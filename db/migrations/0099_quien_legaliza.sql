-- From here on who legalises a use is known, also where a process of the version before writes it, which says only who
-- changed it. The words are those of db/functions/settlement_legalizer.sql, which keeps them up to date.
create function note_legalizer() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.legalized_by := new.changed_by;
  return new;
end $$;
--> statement-breakpoint
create trigger settlement_has_legalizer before insert on settlement
  for each row when (new.state = 'legalized') execute function note_legalizer();
--> statement-breakpoint
create trigger settlement_changes_legalizer before update on settlement
  for each row when (new.state = 'legalized' and old.state <> 'legalized') execute function note_legalizer();
