-- A document that somebody is working on; nobody else sees it, and nothing goes by it.
create table framework_draft (
  id uuid primary key,
  author uuid not null references person,
  document text not null constraint a_draft_has_at_most_262144_characters check (length(document) between 1 and 262144),
  based_on int not null,
  saved_at timestamptz not null,
  version bigint not null
);
create index framework_draft_by_author on framework_draft (author, saved_at);
