-- A program that acts as itself: an id among those of people, so that what it did can be pointed at
-- as long as the record stands, and never a person.
create table service (
  id uuid primary key references person,
  name text not null constraint a_service_name_has_1_to_100_characters check (length(name) between 1 and 100),
  roles text[] not null,
  scopes text[] not null constraint a_service_has_a_scope check (cardinality(scopes) > 0),
  made_by uuid not null references person,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_living_service_per_name on service (lower(name)) where ended_at is null;
create index service_by_maker on service (made_by);

-- A service's token. Taking it away deletes the row: the next request finds nothing.
create table service_token (
  id uuid primary key,
  service uuid not null references service,
  token_hash bytea not null unique,
  made_by uuid not null references person,
  made_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz not null,
  constraint a_service_token_ends_within_366_days check (expires_at <= made_at + interval '366 days')
);
create index service_token_by_service on service_token (service);
create index service_token_by_maker on service_token (made_by);
