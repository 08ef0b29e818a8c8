-- What is said about an objective or one of its check-ins. Who may read the objective may read it.
create table comment (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  -- Null: about the objective itself.
  check_in uuid references check_in on delete cascade,
  answers uuid references comment on delete set null,
  by_person uuid not null references person,
  at timestamptz not null,
  -- The number of the wording that counts; all are kept in comment_wording.
  wording int not null default 1,
  edited_at timestamptz,
  -- By its author; the words are forgotten once that can no longer be undone.
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  hidden_by uuid references person,
  hidden_because text not null default '' constraint a_reason_has_at_most_1000_characters check (length(hidden_because) <= 1000),
  constraint hidden_by_somebody_for_a_reason check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null or hidden_because <> ''))
);
create index comment_by_objective on comment (objective, at, id);
create index comment_by_check_in on comment (check_in, at, id) where check_in is not null;
create index comment_by_time on comment (at, id);
create index comment_by_answered on comment (answers) where answers is not null;
create index comment_by_person on comment (by_person, at);
create index comment_by_hiding_person on comment (hidden_by) where hidden_by is not null;
create index comment_withdrawn on comment (withdrawn_at) where withdrawn_at is not null;

-- Each wording as it was written; never changed. A mention stands in it as @{id of the person}, so that history holds no names.
create table comment_wording (
  comment uuid not null references comment on delete cascade,
  number int not null,
  body text not null constraint a_comment_has_1_to_10000_characters check (length(body) between 1 and 10000),
  at timestamptz not null,
  primary key (comment, number)
);

-- Who is mentioned in any of its wordings.
create table comment_mention (
  comment uuid not null references comment on delete cascade,
  person uuid not null references person,
  primary key (comment, person)
);
create index comment_mention_by_person on comment_mention (person);

create table reaction (
  id uuid primary key,
  comment uuid references comment on delete cascade,
  check_in uuid references check_in on delete cascade,
  person uuid not null references person,
  kind text not null constraint a_known_reaction check (kind in ('thanks', 'agree', 'well-done', 'looking')),
  at timestamptz not null,
  constraint to_one_thing check (num_nonnulls(comment, check_in) = 1)
);
create unique index one_reaction_of_a_kind_to_a_comment on reaction (comment, person, kind) where comment is not null;
create unique index one_reaction_of_a_kind_to_a_check_in on reaction (check_in, person, kind) where check_in is not null;
create index reaction_by_person on reaction (person);

-- What people said about following; who answers for an objective follows it without a row, and who says no stays away.
create table follower (
  objective uuid not null references objective on delete cascade,
  person uuid not null references person,
  follows boolean not null,
  at timestamptz not null,
  primary key (objective, person)
);
create index follower_by_person on follower (person, at);

create table goal_link (
  id uuid primary key,
  objective uuid not null references objective on delete cascade,
  check_in uuid references check_in on delete cascade,
  title text not null constraint a_link_has_a_title_of_1_to_200_characters check (length(title) between 1 and 200),
  address text not null constraint an_address_is_of_the_web check (address ~ '^https?://' and length(address) <= 2000),
  by_person uuid not null references person,
  at timestamptz not null,
  -- Taken away; the row stays, so that history can be told.
  removed_at timestamptz,
  removed_by uuid references person
);
create index goal_link_by_objective on goal_link (objective, at) where removed_at is null;
create index goal_link_of_objective on goal_link (objective);
create index goal_link_by_time on goal_link (at, id) where removed_at is null;
create index goal_link_by_check_in on goal_link (check_in) where check_in is not null;
create index goal_link_by_person on goal_link (by_person);
create index goal_link_by_remover on goal_link (removed_by) where removed_by is not null;
