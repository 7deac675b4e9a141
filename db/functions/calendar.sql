-- The calendar of Bogotá, the only place that names its time zone: "valid until 31/01/2027" means until the end of that
-- day there, wherever the server is. Each body is one expression, so that the planner inlines it and can use an index
-- on the instant. Guards against: a day that begins or ends at another hour on another server.

create function bogota_day(p_at timestamptz) returns date language sql immutable as $$
  select (p_at at time zone 'America/Bogota')::date;
$$;

-- The instant at which a day begins.
create function bogota_start(p_day date) returns timestamptz language sql immutable as $$
  select p_day::timestamp at time zone 'America/Bogota';
$$;

-- The day on which the transaction began. Code that decides after waiting for a lock uses
-- bogota_day(clock_timestamp()).
create function bogota_today() returns date language sql stable as $$
  select bogota_day(now());
$$;
