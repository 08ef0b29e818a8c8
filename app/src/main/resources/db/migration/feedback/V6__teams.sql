-- A round may be about teams: units of the organisation, or those who work on an objective. Who reads says which it is.
alter table feedback_round drop constraint a_known_audience;
alter table feedback_round add constraint a_known_audience
  check (audience in ('reviewee', 'reviewee-and-manager', 'lead', 'team'));
-- Whoever of a team reads its report knows one answer already: their own.
alter table feedback_round add constraint readers_in_a_block_are_counted
  check (audience <> 'team' or (colluders >= 1 and comment_threshold >= 4));

alter table feedback_population add column objective uuid references objective on delete cascade;
alter table feedback_population drop constraint a_part_is_one_of_both;
alter table feedback_population add constraint a_part_is_one_of_three check (num_nonnulls(unit, person, objective) = 1);
alter table feedback_population drop constraint a_part_is_named_once;
alter table feedback_population add constraint a_part_is_named_once
  unique nulls not distinct (round, unit, person, objective);
create index feedback_population_by_objective on feedback_population (objective) where objective is not null;

-- Of a team, the manager is who led it when answers began to come in.
alter table feedback_subject alter column person drop not null;
alter table feedback_subject add column unit uuid references unit;
alter table feedback_subject add column objective uuid references objective on delete cascade;
alter table feedback_subject add constraint a_subject_is_a_person_or_a_team check (num_nonnulls(person, unit, objective) = 1);
create unique index a_unit_is_once_in_a_round on feedback_subject (round, unit) where unit is not null;
create unique index an_objective_is_once_in_a_round on feedback_subject (round, objective) where objective is not null;
create index feedback_subject_by_unit on feedback_subject (unit) where unit is not null;
create index feedback_subject_by_objective on feedback_subject (objective) where objective is not null;

alter table feedback_rater drop constraint a_known_relationship;
alter table feedback_rater add constraint a_known_relationship
  check (relationship in ('self', 'manager', 'peer', 'report', 'crossfunctional', 'other', 'member'));
