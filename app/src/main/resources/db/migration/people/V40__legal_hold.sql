-- Somebody about whom nothing may be deleted, because a court or an inquiry may ask for it. What was
-- lifted stays, so that it can be told why something was kept or deleted.
create table legal_hold (
  id uuid primary key,
  person uuid not null references person,
  reason text not null constraint a_hold_has_a_reason check (length(reason) between 1 and 1000),
  placed_by uuid not null references person,
  placed_at timestamptz not null,
  lifted_reason text not null default '' constraint a_lifted_reason_has_at_most_1000_characters check (length(lifted_reason) <= 1000),
  lifted_by uuid references person,
  lifted_at timestamptz,
  constraint lifted_by_somebody_for_a_reason check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null or lifted_reason <> ''))
);
create unique index one_hold_at_a_time on legal_hold (person) where lifted_at is null;
create index legal_hold_by_person on legal_hold (person);
create index legal_hold_by_placer on legal_hold (placed_by);
create index legal_hold_by_lifter on legal_hold (lifted_by) where lifted_by is not null;
