-- How the samples of a measure are scored: how many are planned a period, by how many people each, and up to which day scores stand.
create table rubric (
  measure uuid primary key references measure on delete cascade,
  -- Of the whole, for two who edit it at once.
  revision bigint not null default 1,
  samples smallint not null constraint a_plan_has_1_to_200_samples check (samples between 1 and 200),
  raters smallint not null constraint a_sample_has_1_to_10_raters check (raters between 1 and 10),
  -- Samples up to that day are neither added nor scored any more.
  closed_through date
);

-- What people score by, from a day on. Once something was scored by it, it stays as it is.
create table rubric_version (
  measure uuid not null references rubric on delete cascade,
  version int not null,
  from_day date not null,
  points smallint not null constraint a_scale_has_a_middle check (points in (3, 5, 7)),
  items jsonb not null,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (measure, version)
);
create unique index one_rubric_version_a_day on rubric_version (measure, from_day);
create index rubric_version_by_person on rubric_version (by_person);

-- Who scores, unless a sample names others.
create table rubric_rater (
  measure uuid not null references rubric on delete cascade,
  person uuid not null references person,
  primary key (measure, person)
);
create index rubric_rater_by_person on rubric_rater (person);

-- Something that is scored: a call, a document.
create table rubric_sample (
  id uuid primary key,
  measure uuid not null references rubric on delete cascade,
  title text not null constraint a_sample_title_has_1_to_200_characters check (length(title) between 1 and 200),
  reference text not null default '' constraint a_reference_has_at_most_500_characters check (length(reference) <= 500),
  day date not null,
  -- Whose work it is; they never score it.
  author uuid references person,
  dimension text not null default '' constraint a_sample_dimension_has_at_most_60_characters check (length(dimension) <= 60),
  slice text not null default '' constraint a_sample_slice_has_at_most_120_characters check (length(slice) <= 120),
  added_by uuid not null references person,
  added_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  constraint a_sample_slice_has_its_dimension check ((dimension = '') = (slice = '')),
  constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index rubric_sample_by_measure on rubric_sample (measure, day);
create index rubric_sample_by_author on rubric_sample (author) where author is not null;
create index rubric_sample_by_adder on rubric_sample (added_by);
create index rubric_sample_by_withdrawer on rubric_sample (withdrawn_by) where withdrawn_by is not null;

create table rubric_sample_rater (
  sample uuid not null references rubric_sample on delete cascade,
  person uuid not null references person,
  primary key (sample, person)
);
create index rubric_sample_rater_by_person on rubric_sample_rater (person);

-- What somebody marked; never changed. A correction is a later row.
create table rubric_score (
  id uuid primary key,
  sample uuid not null references rubric_sample on delete cascade,
  rater uuid not null references person,
  correction smallint not null default 0,
  version int not null,
  -- By item; null: could not be judged.
  marks smallint[] not null,
  note text not null default '' constraint a_score_note_has_at_most_2000_characters check (length(note) <= 2000),
  at timestamptz not null
);
create unique index one_rubric_score_a_correction on rubric_score (sample, rater, correction);
create index rubric_score_by_rater on rubric_score (rater);
