-- A check-in may take an earlier one back; then neither counts. Both stay.
alter table check_in add column takes_back uuid references check_in;
create unique index a_check_in_is_taken_back_once on check_in (takes_back) where takes_back is not null;

create view counting_check_in as
  select c.id, c.key_result, c.value, c.done, c.confidence, c.note, c.no_change, c.by_person, c.at, c.day
  from check_in c
  where c.takes_back is null and not exists (select from check_in b where b.takes_back = c.id);

-- A grade taken back: of an objective, all that was given and said at one moment. It stays, and counts no more.
create table grade_taken_back (
  objective uuid not null references objective on delete cascade,
  graded_at timestamptz not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (objective, graded_at)
);

create view counting_grade as
  select g.id, g.objective, g.key_result, g.suggested, g.score, g.provisional, g.comment, g.by_person, g.at
  from grade g
  where not exists (select from grade_taken_back b where b.objective = g.objective and b.graded_at = g.at);

create view counting_retrospective as
  select r.id, r.objective, r.self_score, r.self_assessment, r.went_well, r.got_in_the_way, r.learned, r.next_step,
    r.by_person, r.at
  from retrospective r
  where not exists (select from grade_taken_back b where b.objective = r.objective and b.graded_at = r.at);

create index grade_taken_back_by_person on grade_taken_back (by_person);
