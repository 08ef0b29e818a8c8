-- Fills measures into a database that ./fill has filled, set by set; run by ./measures.
-- Variables: measures (how many there are to be); today (the organisation's date).
--
-- measures    daily ones that a program pushes, owned by everybody in turn; the first sixty are public, of the others
--             80 % are, 15 % belong to a unit, 5 % are for named people
-- values      one a day for five years up to yesterday, with a week's rhythm, a year's, a slope and noise; one series in
--             twenty lies on another level for its last thirty days; they lie day after day in the table, as they come in
--             when all measures are pushed each morning
--
-- Where the series stand is not filled in: ./measures pushes the value of today through the API, and the product finds it.
\set ON_ERROR_STOP on
set client_min_messages = warning;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';
set work_mem = '128MB';

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex(1756000000000 + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8' || substr(md5(kind || n), 4, 15))::uuid
$$;
create function pg_temp.chance(kind text, n bigint) returns int language sql immutable parallel safe as $$
  select ((hashtextextended(kind, n) % 100) + 100)::int % 100
$$;

begin;
select rolsuper as superuser from pg_roles where rolname = current_user \gset
\if :superuser
set local session_replication_role = replica;
\endif

create temp table fresh as select n, pg_temp.id('measure', n) as id, pg_temp.id('series', n) as series
from generate_series((select count(*) + 1 from measure), :measures) n;
create temp table staff as select person, row_number() over (order by person) as place, count(*) over () as among from employment;

insert into measure (id, code, name, owner, of_unit, unit, decimals, direction, frequency, source, visibility, created_by, created_at)
select fresh.id, 'measure-' || n,
  (array['Calls','Visits','Late repairs','Readings','Orders','Waiting time','Returns','Faults'])[1 + pg_temp.chance('what', n) % 8] || ' of '
    || (array['the coast','the north','the harbour','line two','the portal','new sites','field crews','partners'])[1 + pg_temp.chance('whose', n) % 8]
    || ', ' || n,
  s.person, case when n > 60 and pg_temp.chance('seen', n) >= 80 then u.id end, 'a day', 1,
  (array['higher','lower'])[1 + pg_temp.chance('way', n) % 2], 'daily', 'push',
  case when n <= 60 or pg_temp.chance('seen', n) < 80 then 'public' when pg_temp.chance('seen', n) < 95 then 'unit' else 'named' end,
  s.person, now()
from fresh join staff s on s.place = 1 + n % s.among
cross join lateral (select unit as id from employment where person = s.person limit 1) u order by n;
insert into measure_series (id, measure) select series, id from fresh;
-- Who pushes: the first of the staff, by a token that ./measures and ./run know.
insert into measure_person (measure, person, enters) select id, person, true from fresh, staff where place = 1;
insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at)
select pg_temp.id('token', 0), sha256(convert_to('token-measures', 'UTF8')), person, 'measures', array['measures:read', 'measures:write'],
  now(), now() + interval '300 days' from staff where place = 1
on conflict do nothing;

select setseed(0.2026);
insert into measure_value (series, day, value, by_person, at, came)
select series, day, round((50 + pg_temp.chance('level', n) + age * pg_temp.chance('slope', n) / 20000.0
    + case when extract(isodow from day) > 5 then -8 else 2 end + 5 * sin(2 * pi() * extract(doy from day) / 365)
    + case when n % 20 = 0 and day > :'today'::date - 30 then 25 else 0 end
    + 12 * (random() + random() + random() - 1.5))::numeric, 1),
  s.person, day + interval '6 hours', 'push'
from generate_series(0, 1824) age cross join lateral (select :'today'::date - 1825 + age as day) d cross join fresh, staff s
where s.place = 1 order by age, n;
commit;
vacuum (analyze) measure, measure_series, measure_person, measure_value;
\if :superuser
checkpoint;
\endif

-- A configuration for curl: the value of today for each of them.
\pset format unaligned
\pset tuples_only on
\o :push
select case when row_number() over (order by n) > 1 then E'next\n' else '' end || 'url = "' || :'url' || '/api/v1/measures/' || id || E'/values"\n'
  || E'header = "Authorization: Bearer token-measures"\nheader = "Content-Type: application/json"\n'
  || 'data = "{\"values\":[{\"day\":\"' || :'today' || '\",\"value\":' || round((50 + pg_temp.chance('level', n) + 1825 * pg_temp.chance('slope', n) / 20000.0
    + case when extract(isodow from :'today'::date) > 5 then -8 else 2 end + 5 * sin(2 * pi() * extract(doy from :'today'::date) / 365)
    + case when n % 20 = 0 then 25 else 0 end)::numeric, 1) || E'}]}"\n'
  || E'silent\noutput = "/dev/null"\nwrite-out = "%{http_code}\\n"' from fresh order by n;
