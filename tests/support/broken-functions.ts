/**
 * SQL that makes every function and every table of the product fail, except functions whose names match
 * `keep`.
 * @param raise PL/pgSQL that each function executes instead
 */
export function breakFunctions(keep: string, raise: string): string {
  return `do $$
    declare f record;
    begin
      for f in select p.oid from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
          and p.proname !~ '${keep}'
      loop
        execute replace(regexp_replace(pg_get_functiondef(f.oid), 'AS \\$function\\$.*', ''), 'LANGUAGE sql', 'LANGUAGE plpgsql')
          || 'as $f$ begin ${raise} end $f$';
      end loop;
    end $$`;
}

/**
 * SQL that makes every read of a table fail for all roles but its owner; functions of the owner keep working.
 */
export function breakTables(sqlstate: string): string {
  return `do $$
    declare t record;
    begin
      create function broken() returns boolean language plpgsql stable as
        'begin raise exception using errcode = ''${sqlstate}''; end';
      for t in select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      loop
        execute format('alter table %I enable row level security', t.relname);
        execute format('create policy broken on %I using (broken())', t.relname);
      end loop;
    end $$`;
}
