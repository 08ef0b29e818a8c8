-- That somebody was erased: by whom, when, why, and how much went. Their name is gone.
create table erasure (
  person uuid primary key references person,
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null constraint an_erasure_has_a_reason check (length(reason) between 1 and 1000),
  writings text not null constraint writings_are_kept_or_emptied check (writings in ('keep', 'empty')),
  -- How many records of which kind went or were emptied.
  counts jsonb not null constraint counts_are_named check (jsonb_typeof(counts) = 'object')
);
create index erasure_by_time on erasure (at);
create index erasure_by_eraser on erasure (by_person);

-- How long a kind of record is kept; no row: as long as the organisation does not say otherwise.
create table retention_rule (
  code text primary key,
  months int not null constraint a_time_is_1_to_1200_months check (months between 1 and 1200),
  set_by uuid not null references person,
  set_at timestamptz not null,
  ran_at timestamptz,
  -- How many it deleted or emptied so far.
  deleted bigint not null default 0
);
create index retention_rule_by_setter on retention_rule (set_by);
