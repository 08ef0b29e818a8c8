-- A stretch of time with its windows, as the framework's calendar made it. A year contains its quarters.
create table cycle (
  id uuid primary key,
  name text not null constraint a_cycle_name_has_1_to_80_characters check (length(name) between 1 and 80),
  starts date not null,
  ends date not null,
  planning_from date not null,
  planning_until date not null,
  grading_from date not null,
  grading_until date not null,
  check_in_every_days int not null constraint check_ins_are_1_to_92_days_apart check (check_in_every_days between 1 and 92),
  framework_version uuid,
  constraint a_cycle_begins_before_it_ends check (starts < ends),
  constraint grading_does_not_begin_before_the_cycle check (grading_from >= starts),
  constraint windows_begin_before_they_end check (planning_from <= planning_until and grading_from <= grading_until)
);
create unique index one_cycle_per_name on cycle (lower(name));
create index cycle_by_time on cycle (starts, ends);
