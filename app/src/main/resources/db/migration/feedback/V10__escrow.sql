-- A round may let two custodians together open who wrote one published comment, for so many days after its close. It is
-- said before the launch, with their public keys, and stands from then on.
alter table feedback_round
  add column escrow_first uuid references person,
  add column escrow_first_key text,
  add column escrow_second uuid references person,
  add column escrow_second_key text,
  add column escrow_days int constraint an_escrow_ends_within_a_year check (escrow_days between 1 and 365),
  add constraint an_escrow_is_whole
    check (num_nulls(escrow_first, escrow_first_key, escrow_second, escrow_second_key, escrow_days) in (0, 5)),
  add constraint custodians_are_two check (escrow_first <> escrow_second and escrow_first_key <> escrow_second_key);
create index feedback_round_by_first_custodian on feedback_round (escrow_first) where escrow_first is not null;
create index feedback_round_by_second_custodian on feedback_round (escrow_second) where escrow_second is not null;

create function keeps_its_escrow() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft'
    and (new.escrow_first, new.escrow_first_key, new.escrow_second, new.escrow_second_key, new.escrow_days)
    is distinct from
      (old.escrow_first, old.escrow_first_key, old.escrow_second, old.escrow_second_key, old.escrow_days) then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  return new;
end $$;
create trigger feedback_round_keeps_its_escrow before update on feedback_round
  for each row execute function keeps_its_escrow();

-- That somebody asks for who wrote one comment, and what became of it; never who it was.
create table feedback_escrow_request (
  id uuid primary key,
  round uuid not null references feedback_round on delete cascade,
  comment uuid not null references feedback_comment on delete cascade,
  because text not null constraint a_known_reason_to_open check (because in ('threat', 'misconduct', 'law')),
  state text not null default 'asked'
    constraint a_known_state_of_a_request check (state in ('asked', 'agreed', 'refused', 'taken-back', 'handed-over')),
  asked_by uuid not null references person,
  decided_by uuid references person,
  asked_on date not null,
  constraint two_people_open check (decided_by <> asked_by),
  constraint nobody_is_named_by_one check (state not in ('agreed', 'refused', 'handed-over') or decided_by is not null)
);
create index feedback_escrow_request_by_round on feedback_escrow_request (round);
create index feedback_escrow_request_by_comment on feedback_escrow_request (comment);
create index feedback_escrow_request_by_asker on feedback_escrow_request (asked_by);
create index feedback_escrow_request_by_decider on feedback_escrow_request (decided_by) where decided_by is not null;
-- One at a time.
create unique index one_open_request_a_round on feedback_escrow_request (round) where state in ('asked', 'agreed');
