-- A document that is to come into force at the beginning of a day. What became of it stays.
create table framework_plan (
  id uuid primary key,
  document text not null constraint a_planned_document_has_at_most_262144_characters check (length(document) between 1 and 262144),
  based_on int not null,
  author uuid references person,
  reason text not null constraint a_planned_reason_has_1_to_2000_characters check (length(reason) between 1 and 2000),
  from_day date not null,
  made_at timestamptz not null,
  state text not null constraint a_known_state_of_a_plan check (state in ('waiting', 'applied', 'refused', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid references person,
  -- Why it could not be put in force, as sentences.
  refusals jsonb not null default '[]',
  constraint what_waits_has_not_ended check ((state = 'waiting') = (ended_at is null))
);
create unique index one_planned_change_at_a_time on framework_plan ((true)) where state = 'waiting';
create index framework_plan_by_author on framework_plan (author) where author is not null;
create index framework_plan_by_ender on framework_plan (ended_by) where ended_by is not null;
