-- How a person signs in. No row: the person has not been let in yet. No password: a one-time link is
-- out, or the organisation's own sign-on is used.
create table account (
  person uuid primary key references person,
  password_hash text,
  password_changed_at timestamptz,
  state text not null default 'active' constraint an_account_is_active_or_locked check (state in ('active', 'locked')),
  created_at timestamptz not null
);

create table role_grant (
  id uuid primary key,
  person uuid not null references person,
  role text not null constraint a_known_role check (role in ('people-ops', 'hr-partner', 'executive', 'finance', 'auditor', 'it-administrator')),
  unit uuid references unit,
  granted_by uuid references person,
  granted_at timestamptz not null,
  constraint only_hr_partners_have_a_unit check ((role = 'hr-partner') = (unit is not null))
);
create unique index one_grant_per_person_role_unit on role_grant (person, role, coalesce(unit, person));

-- A browser's session. The cookie holds 256 random bits; only their hash is here.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references person,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  browser text not null,
  signed_in_as_by uuid references person
);
create index session_by_person on session (person);
create index session_by_age on session (seen_at);

-- A personal token for the API.
create table api_token (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references person,
  name text not null constraint a_token_name_has_1_to_100_characters check (length(name) between 1 and 100),
  scopes text[] not null constraint a_token_has_a_scope check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz not null
);
create index api_token_by_person on api_token (person);

-- A link that works once: the first administrator, an administrator shut out, a new password.
create table one_time_link (
  token_hash bytea primary key,
  purpose text not null constraint a_known_purpose check (purpose in ('first-administrator', 'administrator-reset', 'set-password')),
  person uuid references person,
  created_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint a_password_link_is_somebodys check ((purpose = 'set-password') = (person is not null))
);
create index one_time_link_by_person on one_time_link (person);

-- Tries to sign in, by the hash of an account's address or of a network address, so that all nodes
-- count together. A row says from when the next try is let through.
create table sign_in_throttle (
  key bytea primary key,
  tries int not null,
  last_at timestamptz not null,
  next_at timestamptz not null
);
create index sign_in_throttle_by_age on sign_in_throttle (last_at);
