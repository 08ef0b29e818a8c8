-- One behaviour that somebody works on. Their manager reads it where they share it, and nobody else.
create table development_focus (
  id uuid primary key,
  person uuid not null references person,
  -- Its place among the two that somebody works on at a time.
  slot int not null constraint a_focus_has_one_of_two_places check (slot in (1, 2)),
  -- The id of the library's behaviour it began with; null for an own sentence.
  behaviour text,
  doing text not null constraint a_focus_has_1_to_500_characters check (length(doing) between 1 and 500),
  support text not null default '' constraint support_has_at_most_2000_characters check (length(support) <= 2000),
  success text not null default '' constraint success_has_at_most_2000_characters check (length(success) <= 2000),
  starts date not null,
  review date not null,
  state text not null default 'active' constraint a_focus_is_active_done_or_dropped check (state in ('active', 'done', 'dropped')),
  ended_at timestamptz,
  learned text not null default '' constraint what_was_learned_has_at_most_2000_characters check (length(learned) <= 2000),
  shared boolean not null default false,
  created_at timestamptz not null,
  version bigint not null default 1,
  constraint it_is_looked_at_after_it_began check (review >= starts),
  constraint what_ended_ended_once check ((state = 'active') = (ended_at is null))
);
create unique index at_most_two_behaviours_are_worked_on on development_focus (person, slot) where state = 'active';
create index development_focus_by_person on development_focus (person);

create table focus_action (
  focus uuid not null references development_focus on delete cascade,
  place int not null,
  text text not null constraint an_action_has_1_to_500_characters check (length(text) between 1 and 500),
  due date,
  done_on date,
  primary key (focus, place)
);

-- Notes of progress; one is added, none is changed.
create table focus_note (
  id uuid primary key,
  focus uuid not null references development_focus on delete cascade,
  at timestamptz not null,
  text text not null constraint a_note_has_1_to_2000_characters check (length(text) between 1 and 2000)
);
create index focus_note_by_focus on focus_note (focus, at);
