-- A conversation that somebody prepares with a person of their line, for nobody but whoever prepares it. What they write is
-- sealed with a key of theirs that does not stand in the database.
create table prepared_conversation (
  id uuid primary key,
  owner uuid not null references person,
  about uuid not null references person,
  situation text not null constraint a_situation_has_an_id check (situation ~ '^[a-z][a-z-]{0,79}$'),
  sealed bytea not null,
  booked_at timestamptz,
  booked_minutes int constraint a_conversation_takes_5_to_480_minutes check (booked_minutes between 5 and 480),
  held_on date,
  follow_up date,
  closed_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version bigint not null default 1,
  constraint nobody_prepares_a_conversation_with_themselves check (owner <> about),
  constraint what_is_booked_has_a_length check ((booked_at is null) = (booked_minutes is null)),
  constraint what_is_closed_was_held check (closed_at is null or held_on is not null)
);
create index prepared_conversation_by_owner on prepared_conversation (owner, created_at);
create index prepared_conversation_about on prepared_conversation (about);
