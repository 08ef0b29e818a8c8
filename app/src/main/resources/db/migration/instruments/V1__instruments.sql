-- Instruments that the organisation wrote itself; those that come with the program are part of it.
create table own_instrument (
  id uuid primary key,
  -- By which documents, rounds and addresses name it; once and for good.
  code text not null constraint one_instrument_per_code unique
    constraint a_code_has_small_letters_digits_and_hyphens check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 60),
  created_by uuid not null references person,
  created_at timestamptz not null,
  -- Counts every change, of whichever draft, so that a form of an earlier draft is stale.
  version bigint not null default 1
);
create index own_instrument_by_maker on own_instrument (created_by);

-- What is worked on; it may have mistakes, and nothing goes by it.
create table instrument_draft (
  instrument uuid primary key references own_instrument on delete cascade,
  document text not null constraint a_document_has_1_to_200000_characters check (length(document) between 1 and 200000),
  saved_by uuid not null references person,
  saved_at timestamptz not null
);
create index instrument_draft_by_person on instrument_draft (saved_by);

-- What may be asked, word for word.
create table instrument_edition (
  instrument uuid not null references own_instrument,
  number int not null constraint an_edition_is_1_to_9999 check (number between 1 and 9999),
  -- As its author wrote it, naming items of the bank.
  document text not null,
  -- The same with those items written out, as the bank had them on that day.
  questions text not null,
  published_by uuid not null references person,
  published_at timestamptz not null,
  primary key (instrument, number)
);
create index instrument_edition_by_person on instrument_edition (published_by);

create function keeps_its_words() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition stands' using errcode = 'check_violation', constraint = 'an_edition_stands';
end $$;
create trigger instrument_edition_keeps_its_words before update or delete on instrument_edition
  for each row execute function keeps_its_words();
