-- Every framework document that was ever put in force. Nothing is changed or removed: what held on a day is
-- the latest one put in force until then.
create table framework_version (
  id uuid primary key,
  number int not null constraint versions_count_from_1 check (number > 0),
  document text not null constraint a_document_has_at_most_262144_characters check (length(document) between 1 and 262144),
  author uuid references person,
  reason text not null constraint a_reason_has_1_to_2000_characters check (length(reason) between 1 and 2000),
  in_force_from timestamptz not null,
  constraint one_document_per_version unique (number)
);
create index framework_version_by_time on framework_version (in_force_from);
