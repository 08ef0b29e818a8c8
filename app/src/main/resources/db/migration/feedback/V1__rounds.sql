-- Rounds of feedback. Ids here are random, never in order of time: who answered when must not be read from them.

-- What is asked, of whom, for what, under which promise. From the launch on, what the promise rests on stands still.
create table feedback_round (
  id uuid primary key,
  kind text not null constraint a_known_kind_of_round check (kind in ('360', 'project', 'pulse', 'follow-up')),
  name text not null constraint a_round_name_has_1_to_100_characters check (length(name) between 1 and 100),
  purpose text not null constraint a_known_purpose check (purpose in ('development', 'evaluation')),
  state text not null default 'draft'
    constraint a_known_state_of_a_round check (state in ('draft', 'nominating', 'answering', 'closing', 'published', 'stopped')),
  -- Whom people ask about it, and who answers for an evaluation.
  owner uuid not null references person,
  -- Why scores of this instrument may count in an evaluation.
  validation_note text not null default '',
  instrument text not null,
  -- The instrument word for word, from the launch on.
  questions jsonb,
  numeric_threshold int not null,
  comment_threshold int not null,
  width int not null,
  colluders int not null,
  unit text not null constraint a_known_unit_of_release check (unit in ('competency', 'item')),
  -- Who reads a report beside the reviewee.
  audience text not null constraint a_known_audience check (audience in ('reviewee', 'reviewee-and-manager')),
  steward uuid references person,
  lesson text,
  -- Raters of a group that each reviewee should have.
  peers int not null default 5 constraint peers_are_0_to_50 check (peers between 0 and 50),
  reports int not null default 5 constraint reports_are_0_to_50 check (reports between 0 and 50),
  others int not null default 0 constraint others_are_0_to_50 check (others between 0 and 50),
  -- Minutes of a rater at most, over everything that runs at the time.
  budget int not null default 90 constraint a_budget_is_1_to_1000_minutes check (budget between 1 and 1000),
  nominate_by date not null,
  opens date not null,
  closes date not null,
  policy_hash text,
  launched_at timestamptz,
  -- How long answering one sheet took half of the raters, from thirty sheets on.
  minutes_taken numeric,
  created_by uuid not null references person,
  version bigint not null default 1,
  constraint a_round_goes_forward check (nominate_by <= opens and opens < closes),
  constraint an_evaluation_says_what_supports_it
    check (purpose = 'development' or state = 'draft' or length(validation_note) > 0),
  constraint a_launched_round_is_whole
    check (state in ('draft', 'stopped') or (questions is not null and policy_hash is not null))
);
create index feedback_round_by_owner on feedback_round (owner);
create index feedback_round_by_steward on feedback_round (steward) where steward is not null;
create index feedback_round_by_maker on feedback_round (created_by);

-- Whom a round is about, until its launch: people of units and those below them, and single people. Without a row,
-- everybody.
create table feedback_population (
  round uuid not null references feedback_round on delete cascade,
  unit uuid references unit,
  person uuid references person,
  constraint a_part_is_one_of_both check (num_nonnulls(unit, person) = 1),
  constraint a_part_is_named_once unique nulls not distinct (round, unit, person)
);
create index feedback_population_by_unit on feedback_population (unit) where unit is not null;
create index feedback_population_by_person on feedback_population (person) where person is not null;

-- Nobody loosens what raters were promised, whatever program asks: only the end may move, and only later.
create function keeps_its_promise() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.purpose, new.instrument, new.questions, new.numeric_threshold, new.comment_threshold,
      new.width, new.colluders, new.unit, new.audience, new.steward, new.policy_hash, new.launched_at)
    is distinct from (old.purpose, old.instrument, old.questions, old.numeric_threshold, old.comment_threshold,
      old.width, old.colluders, old.unit, old.audience, old.steward, old.policy_hash, old.launched_at) then
    raise exception 'the promise of a launched round stands' using errcode = 'check_violation',
      constraint = 'a_promise_stands';
  end if;
  if old.state <> 'draft' and new.closes < old.closes then
    raise exception 'a launched round may only end later' using errcode = 'check_violation',
      constraint = 'a_round_only_ends_later';
  end if;
  return new;
end $$;
create trigger feedback_round_keeps_its_promise before update on feedback_round
  for each row execute function keeps_its_promise();

-- Somebody whom others are asked about, with the manager whom they had at the launch.
create table feedback_subject (
  id uuid primary key,
  round uuid not null references feedback_round on delete cascade,
  person uuid not null references person,
  manager uuid references person,
  -- Nominations: open, handed in by the reviewee, settled by the manager or people operations.
  nominations text not null default 'open'
    constraint a_known_state_of_nominations check (nominations in ('open', 'handed-in', 'settled')),
  -- When they talk about the report, and with whom.
  debrief_at timestamptz,
  debrief_with uuid references person,
  version bigint not null default 1,
  constraint a_person_is_once_in_a_round unique (round, person)
);
create index feedback_subject_by_person on feedback_subject (person);
create index feedback_subject_by_manager on feedback_subject (manager) where manager is not null;
create index feedback_subject_by_debrief on feedback_subject (debrief_with) where debrief_with is not null;

-- Somebody from outside, who answers by a link that works until the close.
create table feedback_guest (
  id uuid primary key,
  round uuid not null references feedback_round on delete cascade,
  name text not null constraint a_guest_name_has_1_to_200_characters check (length(name) between 1 and 200),
  email text not null constraint a_guest_address_has_3_to_320_characters check (length(email) between 3 and 320),
  link_hash bytea,
  constraint a_guest_is_once_in_a_round unique (round, email)
);
create unique index one_guest_per_link on feedback_guest (link_hash) where link_hash is not null;

-- That somebody is asked about somebody.
create table feedback_rater (
  id uuid primary key,
  subject uuid not null references feedback_subject on delete cascade,
  person uuid references person,
  guest uuid references feedback_guest on delete cascade,
  relationship text not null
    constraint a_known_relationship check (relationship in ('self', 'manager', 'peer', 'report', 'crossfunctional', 'other')),
  chosen_by text not null
    constraint a_known_chooser check (chosen_by in ('rule', 'reviewee', 'manager', 'people-operations')),
  state text not null
    constraint a_known_state_of_a_rater check (state in ('proposed', 'asked', 'declined', 'taken-off')),
  -- Why they would rather not: for people operations alone, in counts.
  declined_because text,
  -- A random name for what they write; gone with the close.
  slip uuid,
  constraint a_rater_is_somebody check (num_nonnulls(person, guest) = 1),
  constraint a_rater_is_once_with_a_subject unique (subject, person),
  constraint a_guest_is_once_with_a_subject unique (subject, guest)
);
create index feedback_rater_by_person on feedback_rater (person);
create index feedback_rater_by_guest on feedback_rater (guest);
create unique index one_rater_per_slip on feedback_rater (slip) where slip is not null;

-- How far a round is, in bands that a job counts; never in numbers.
create table feedback_participation (
  round uuid primary key references feedback_round on delete cascade,
  band text not null constraint a_known_band check (band in ('few', 'some', 'half', 'many', 'most')),
  counted_on date not null
);

-- The one thing that is ever published of somebody's round.
create table feedback_report (
  subject uuid primary key references feedback_subject on delete cascade,
  scores jsonb not null,
  published_on date not null
);

-- A comment of a report; in the order of their random ids they tell nothing.
create table feedback_comment (
  id uuid primary key,
  subject uuid not null references feedback_report on delete cascade,
  question text,
  groups text[] not null,
  words text not null,
  -- Named writers' comments are not the steward's.
  named boolean not null,
  -- Asked for by the steward, confirmed by a second person.
  withheld_because text
    constraint a_known_reason_to_withhold check (withheld_because in ('threat', 'misconduct', 'private-life', 'names-a-rater', 'insult')),
  withheld_by uuid references person,
  confirmed_by uuid references person,
  constraint two_people_withhold check (confirmed_by is null or (withheld_by is not null and confirmed_by <> withheld_by))
);
create index feedback_comment_by_subject on feedback_comment (subject);
create index feedback_comment_by_withholder on feedback_comment (withheld_by) where withheld_by is not null;
create index feedback_comment_by_confirmer on feedback_comment (confirmed_by) where confirmed_by is not null;

-- How sure figures of a round are, from thirty reviewees and thirty raters on.
create table feedback_precision (
  round uuid not null references feedback_round on delete cascade,
  competency text not null,
  deviation numeric not null,
  reliability numeric not null,
  primary key (round, competency)
);
