-- The calendar of Bogotá, the only place that names its time zone: "valid until 31/01/2027" is until the end of that
-- day there, wherever the server stands. Each body is one expression, so that the planner puts it in the place of the
-- call and uses an index on the instant.
create function bogota_day(p_at timestamptz) returns date language sql immutable as $$
  select (p_at at time zone 'America/Bogota')::date;
$$;

-- The instant at which a day begins.
create function bogota_start(p_day date) returns timestamptz language sql immutable as $$
  select p_day::timestamp at time zone 'America/Bogota';
$$;

-- The day on which the transaction began. What decides after it waited for a lock asks the clock instead:
-- bogota_day(clock_timestamp()).
create function bogota_today() returns date language sql stable as $$
  select bogota_day(now());
$$;
