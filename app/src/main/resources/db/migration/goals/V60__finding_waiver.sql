-- That a finding of the goal linter is known and stays, with the reason. It holds for the words it was said of: once these
-- change, the finding is shown again.
create table finding_waiver (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  -- Null: it is about the objective itself.
  key_result uuid references key_result on delete cascade,
  rule text not null constraint a_rule_is_named_by_its_id check (rule ~ '^[OK][0-9]{1,2}$'),
  part text not null constraint a_part_is_a_short_word check (part ~ '^[a-z-]{1,40}$'),
  -- The title that the objective or the key result had then.
  words text not null,
  reason text not null constraint a_waiver_has_a_reason_of_1_to_1000_characters check (length(reason) between 1 and 1000),
  by_person uuid not null references person,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person,
  constraint a_waiver_is_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create unique index a_finding_is_waived_once on finding_waiver (objective, coalesce(key_result, objective), rule, part) where ended_at is null;
create index finding_waiver_by_objective on finding_waiver (objective);
create index finding_waiver_by_key_result on finding_waiver (key_result) where key_result is not null;
create index finding_waiver_by_person on finding_waiver (by_person);
create index finding_waiver_by_ender on finding_waiver (ended_by) where ended_by is not null;
