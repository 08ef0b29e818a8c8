-- Who finds a new owner for what somebody who left had under way: their last manager; where that one is not here
-- either, the last manager of that one, and so on up. Null while the person has not left, and where nobody above is
-- here: then it falls to people operations.
create function heir_of(leaver uuid, today date) returns uuid language sql stable as $$
  with recursive up as (
    select leaver as person, 0 as step
    where not exists (
      select from employment e where e.person = leaver and (upper_inf(e.during) or upper(e.during) > today))
    union all
    select last.manager, up.step + 1
    from up cross join lateral (
      select r.manager from reporting_line r where r.person = up.person and lower(r.during) <= today
      order by lower(r.during) desc limit 1) last
    where last.manager is not null and up.step < 50
      and not exists (select from employment e where e.person = up.person and e.during @> today))
  select up.person from up
  where up.step > 0 and exists (select from employment e where e.person = up.person and e.during @> today)
  order by up.step limit 1
$$;
