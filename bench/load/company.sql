-- Fills an empty Fairlead database with a company of any size, set by set; run by ./fill.
-- Variables: people, objectives; today (the organisation's date). The same figures for the same variables.
--
-- people      a pyramid, seven to a manager; a unit for every ten, five units to a unit; a team for every twenty
-- objectives  all in the running quarter: a tree of five to a parent under ten of the organisation's, one in ten
--             hangs below nothing and one in ten also moves a second one; 80 % public, 12 % team, 8 % named;
--             90 % active, 5 % proposed, 4 % draft, 1 % dropped; three key results each, three check-ins each
-- and, so that summaries have a past, a quarter as many again, closed and graded, in the quarter before
--
-- Needs to own the tables. As a superuser it also skips the checks of foreign keys, which takes half as long.
\set ON_ERROR_STOP on
set client_min_messages = warning;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';
set work_mem = '128MB';

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable parallel safe as $$
  -- As the product's own ids: ordered by time, then by chance.
  select (lpad(to_hex(1756000000000 + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8' || substr(md5(kind || n), 4, 15))::uuid
$$;
-- 0 to 99, the same for the same number and purpose.
create function pg_temp.chance(kind text, n bigint) returns int language sql immutable parallel safe as $$
  select ((hashtextextended(kind, n) % 100) + 100)::int % 100
$$;

begin;
select rolsuper as superuser from pg_roles where rolname = current_user \gset
\if :superuser
set local session_replication_role = replica;
\endif
alter table alignment disable trigger alignment_places_in_tree;

-- ---- People ------------------------------------------------------------------------------------
insert into person (id, created_at) select pg_temp.id('person', n), '2025-01-01' from generate_series(1, :people) n;
insert into identity (person, name, email, employee_number, title)
select pg_temp.id('person', n),
  (array['Ada','Ben','Chi','Dana','Emre','Fay','Gus','Hana','Ivo','Jun','Kaya','Leo','Mei','Nils','Olu','Pia'])[1 + n % 16] || ' '
    || (array['Abe','Berg','Costa','Diaz','Ek','Fox','Grau','Holm','Ito','Jansen','Kaur'])[1 + n / 16 % 11] || ' ' || n,
  'p' || n || '@example.org', 'E' || n, 'Role ' || n % 40
from generate_series(1, :people) n;

insert into unit (id, name, parent)
select pg_temp.id('unit', n), 'Unit ' || n, case when n > 1 then pg_temp.id('unit', (n - 2) / 5 + 1) end
from generate_series(1, greatest(1, :people / 10)) n;
insert into unit_line (above, below, depth)
with recursive up as (
  select id as above, id as below, 0 as depth from unit
  union all select u.parent, up.below, up.depth + 1 from up join unit u on u.id = up.above where u.parent is not null)
select above, below, depth from up;

insert into employment (id, person, unit, during, recorded_at)
select pg_temp.id('employment', n), pg_temp.id('person', n), pg_temp.id('unit', 1 + (n - 1) / 10 % greatest(1, :people / 10)),
  daterange('2025-01-01', null), '2025-01-01' from generate_series(1, :people) n;
insert into reporting_line (id, person, manager, during, recorded_at)
select pg_temp.id('line', n), pg_temp.id('person', n), case when n > 1 then pg_temp.id('person', (n - 2) / 7 + 1) end,
  daterange('2025-01-01', null), '2025-01-01' from generate_series(1, :people) n;
insert into line_of (above, below, depth)
with recursive up as (
  select n as above, n as below, 0 as depth from generate_series(1, :people) n
  union all select (above - 2) / 7 + 1, below, depth + 1 from up where above > 1)
select pg_temp.id('person', above), pg_temp.id('person', below), depth from up;
insert into line_day (day) values (:'today') on conflict (one) do update set day = excluded.day;

insert into team (id, name, unit, lead, during)
select pg_temp.id('team', n), 'Team ' || n, pg_temp.id('unit', 1 + n % greatest(1, :people / 10)), pg_temp.id('person', 1 + n * 11 % :people),
  daterange('2025-01-01', null) from generate_series(1, greatest(1, :people / 20)) n;
insert into membership (id, team, person, during)
select pg_temp.id('membership', n * 10 + m), pg_temp.id('team', n), pg_temp.id('person', 1 + (n * 20 + m * 7) % :people),
  daterange('2025-01-01', null) from generate_series(1, greatest(1, :people / 20)) n, generate_series(0, 5) m
on conflict do nothing;

insert into account (person, created_at) select pg_temp.id('person', n), '2025-01-01' from generate_series(1, :people) n;
insert into role_grant (id, person, role, granted_at)
select pg_temp.id('role', 1), pg_temp.id('person', least(2, :people)), 'people-ops', '2025-01-01';

-- Somebody of everybody has a session and a token, whose values ./run knows: session-1, token-1, ...
create temp table visitor as
select n, pg_temp.id('person', 1 + (n - 1) * greatest(1, :people / 100) % :people) as person from generate_series(1, 100) n;
insert into session (id, token_hash, person, created_at, seen_at, expires_at, browser)
select pg_temp.id('session', n), sha256(convert_to('session-' || n, 'UTF8')), person, now(), now(), now() + interval '14 days', 'wrk' from visitor;
insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at)
select pg_temp.id('token', n), sha256(convert_to('token-' || n, 'UTF8')), person, 'wrk',
  array['goals:read', 'goals:write', 'people:read'], now(), now() + interval '300 days' from visitor;

-- ---- Objectives --------------------------------------------------------------------------------
create temp table running as
select id, starts, ends from cycle where :'today' between starts and ends order by ends - starts limit 1;
insert into cycle (id, name, starts, ends, planning_from, planning_until, grading_from, grading_until, check_in_every_days)
select pg_temp.id('cycle', 0), 'The quarter before', (starts - interval '3 months')::date, starts - 1,
  (starts - interval '3 months')::date - 21, (starts - interval '3 months')::date + 14, starts - 8, starts + 14, 7 from running;

-- What is decided of each, by chance of its number. After the running quarter's come those of the one before.
create temp table goal as
select n, n > :objectives as past, pg_temp.id('objective', n) as id,
  case when n <= :objectives then n else n - :objectives end as place, pg_temp.id('person', 1 + n % :people) as accountable,
  case when n > :objectives then 'closed' when n <= 10 or pg_temp.chance('state', n) < 90 then 'active'
    when pg_temp.chance('state', n) < 95 then 'proposed' when pg_temp.chance('state', n) < 99 then 'draft' else 'dropped' end as state,
  case when n <= 10 or pg_temp.chance('visibility', n) < 80 then 'public' when pg_temp.chance('visibility', n) < 92 then 'team' else 'named' end as visibility
from generate_series(1::bigint, :objectives + :objectives / 4) n;
alter table goal add column parent bigint, add column further bigint, add column agreed boolean;
update goal set
  parent = case when place > 10 and pg_temp.chance('alone', n) >= 10 then n - place + (place - 11) / 5 + 1 end,
  further = case when place > 60 and pg_temp.chance('further', n) < 10 then n - place + 1 + place * 7919 % (place / 6) end,
  agreed = pg_temp.chance('agreed', n) < 95;
update goal set further = null where further = parent or parent is null;
create unique index on goal (n);
analyze goal;

insert into objective (id, cycle, title, why, kind, owner_person, owner_team, owner_unit, accountable, delegate, visibility, state,
  stands_alone_because, created_by, created_at, tree_parent, tree_top, was_put_forward, was_published)
select g.id, case when past then pg_temp.id('cycle', 0) else r.id end,
  (array['Customers','Sites','Readings','Partners','New people','Field crews','Invoices','Sensors'])[1 + pg_temp.chance('who', n) % 8] || ' '
    || (array['renew on','report within','learn from','stop losing','rely on','ask for','find','share'])[1 + pg_temp.chance('does', n) % 8] || ' '
    || (array['water saved','a day','each repair','their first week','open figures','one place','what works','fewer steps'])[1 + pg_temp.chance('what', n) % 8]
    || ', ' || n,
  'Because it matters to the people it is for.',
  (array['aspirational','aspirational','committed','learning'])[1 + pg_temp.chance('kind', n) % 4],
  case when place > 10 and pg_temp.chance('owner', n) >= 15 then accountable end,
  case when place > 10 and pg_temp.chance('owner', n) between 5 and 14 then pg_temp.id('team', 1 + n % greatest(1, :people / 20)) end,
  case when place > 10 and pg_temp.chance('owner', n) < 5 then pg_temp.id('unit', 1 + n % greatest(1, :people / 10)) end,
  accountable, case when pg_temp.chance('delegate', n) < 5 then pg_temp.id('person', 1 + (n + 1) % :people) end,
  visibility, state, case when parent is null and pg_temp.chance('says', n) < 50 then 'It serves what no other does.' else '' end,
  accountable, r.starts - 10 + (n % 5000) * interval '1 minute',
  case when agreed and parent is not null then pg_temp.id('objective', parent) end, parent is null or not agreed,
  state <> 'draft', state in ('active', 'closed')
from goal g, running r order by n;
update objective below set tree_loose = true from objective above
where above.id = below.tree_parent and not below.tree_top and not is_for_all(above.visibility, above.state);

insert into objective_state (id, objective, state, by_person, at)
select pg_temp.id('draft', n), g.id, 'draft', accountable, r.starts - interval '10 days' from goal g, running r
union all select pg_temp.id('active', n), g.id, 'active', accountable, r.starts - interval '5 days' from goal g, running r where state in ('active', 'closed')
union all select pg_temp.id('now', n), g.id, state, accountable, r.starts - interval '4 days' from goal g, running r where state in ('proposed', 'closed', 'dropped');
insert into objective_reader (objective, person)
select id, pg_temp.id('person', 1 + (n * 13 + m) % :people) from goal, generate_series(1, 3) m where visibility = 'named'
on conflict do nothing;
insert into objective_opened (objective, person, at)
select g.id, pg_temp.id('person', 1 + (n * 17) % :people), r.starts from goal g, running r where pg_temp.chance('opened', n) < 60;

insert into alignment (child, parent, share, is_primary, state)
select id, pg_temp.id('objective', parent), case when further is null then 1 else 0.7 end, true, case when agreed then 'agreed' else 'proposed' end
from goal where parent is not null
union all select id, pg_temp.id('objective', further), 0.3, false, 'agreed' from goal where further is not null;

-- ---- Key results and what was said about them -----------------------------------------------------
insert into key_result (id, objective, position, title, kind, baseline, target, unit, weight)
select pg_temp.id('key result', n * 3 + k), id, k, (array['First readings in a day','Late repairs','Sites that report'])[k + 1],
  (array['increase','decrease','increase'])[k + 1], (array[40, 90, 0])[k + 1], (array[60, 30, 200])[k + 1], (array['%','days','sites'])[k + 1], 1 + k
from goal, generate_series(0, 2) k order by n, k;

create temp table said as
select n, k, c, ((c + 1) * (30 + pg_temp.chance('pace', n * 3 + k)) / 400.0)::numeric(6, 3) as progress,
  (case when g.past then r.starts - 92 else r.starts end) + 7 * (c + 1) as day
from goal g, running r, generate_series(0, 2) k, generate_series(0, 2) c;
insert into check_in (id, key_result, value, confidence, note, by_person, at, day)
select pg_temp.id('check-in', (n * 3 + k) * 3 + c), pg_temp.id('key result', n * 3 + k),
  (array[40, 90, 0])[k + 1] + progress * (array[20, -60, 200])[k + 1], 3 + (n + c) % 6, '', g.accountable, day + interval '9 hours', day
from said join goal g using (n) order by n, k, c;
insert into key_result_track (key_result, objective, days, progress, value, score, confidence, previous_confidence, last_day, last_by, as_of)
select pg_temp.id('key result', n * 3 + k), g.id, array_agg(day order by c), array_agg(progress::float8 order by c),
  (array[40, 90, 0])[k + 1] + max(progress) * (array[20, -60, 200])[k + 1], least(1, max(progress)), 3 + (n + 2) % 6, 3 + (n + 1) % 6,
  max(day), g.accountable, max(day) + interval '9 hours'
from said join goal g using (n) group by n, k, g.id, g.accountable order by n, k;
insert into grade (id, objective, suggested, score, by_person, at)
select pg_temp.id('grade', n), g.id, pg_temp.chance('grade', n) / 100.0, pg_temp.chance('grade', n) / 100.0, accountable, r.starts
from goal g, running r where past;

-- Own scores as the worker computes them; what descends is left for it to compute.
insert into rollup (objective, own_score, credit, set_union, weight, as_of)
select t.objective, sum(t.score * k.weight) / sum(k.weight), null, null, sum(k.weight), now()
from key_result_track t join key_result k on k.id = t.key_result
join objective o on o.id = t.objective where o.state in ('active', 'closed') group by t.objective;

alter table alignment enable trigger alignment_places_in_tree;
commit;
vacuum (analyze) person, identity, unit, unit_line, employment, reporting_line, line_of, team, membership, account, session, api_token,
  objective, objective_state, objective_reader, objective_opened, alignment, key_result, check_in, key_result_track, grade, rollup;
\if :superuser
checkpoint;
\endif
