-- A file without one good line was taken for a load, and the age of the orders was counted from it.
update "import_run" set "state" = 'failed', "failure" = 'no_rows' where "state" = 'finished' and "lines" <= "refused";
