-- Roles that the organisation composes itself, of permissions that stand in the policy table.
create table custom_role (
  id uuid primary key,
  name text not null constraint a_role_name_has_1_to_100_characters check (length(name) between 1 and 100),
  purpose text not null constraint a_role_says_what_it_is_for check (length(purpose) between 1 and 500),
  version bigint not null default 1,
  made_by uuid references person,
  made_at timestamptz not null
);
create unique index one_role_by_a_name on custom_role (lower(name));
create index custom_role_by_maker on custom_role (made_by) where made_by is not null;

-- A permission as `record.act.fields`. One that is no longer in the policy table gives nothing.
create table custom_role_permission (
  role uuid not null references custom_role on delete cascade,
  permission text not null,
  primary key (role, permission)
);

create table custom_role_grant (
  id uuid primary key,
  role uuid not null references custom_role on delete cascade,
  person uuid not null references person,
  -- Null: for the whole organisation; else for the unit and those below it.
  unit uuid references unit,
  last_day date,
  may_give_on boolean not null default false,
  -- The grant by which somebody gave it on: this one ends with that one.
  given_under uuid references custom_role_grant on delete cascade,
  granted_by uuid references person,
  granted_at timestamptz not null,
  constraint what_was_given_on_is_not_given_on_again check (not (may_give_on and given_under is not null))
);
create unique index one_custom_grant_per_person_role_unit on custom_role_grant (person, role, coalesce(unit, person));
create index custom_role_grant_by_role on custom_role_grant (role);
create index custom_role_grant_by_unit on custom_role_grant (unit) where unit is not null;
create index custom_role_grant_by_source on custom_role_grant (given_under) where given_under is not null;
create index custom_role_grant_by_giver on custom_role_grant (granted_by) where granted_by is not null;
create index custom_role_grant_by_last_day on custom_role_grant (last_day) where last_day is not null;

-- Whether the person works in a unit for which one of the codes stands, or below it: a code is the
-- prefix and the unit's id.
create function works_within(someone uuid, prefix text, codes text[], today date) returns boolean language sql stable as $$
  select exists (
    select from employment e join unit_line u on u.below = e.unit
    where e.person = someone and e.during @> today and prefix || u.above::text = any(codes))
$$;

-- Whether the person holds any role, built in or composed.
create function holds_role(someone uuid, today date) returns boolean language sql stable as $$
  select exists (select from role_grant g where g.person = someone)
    or exists (select from custom_role_grant g where g.person = someone and (g.last_day is null or g.last_day >= today))
$$;

-- Looking as such a role.
alter table preview add column custom_role uuid references custom_role on delete cascade;
create index preview_by_custom_role on preview (custom_role) where custom_role is not null;
alter table preview drop constraint an_hr_partner_has_a_unit;
alter table preview add constraint an_hr_partner_has_a_unit check (role is distinct from 'hr-partner' or unit is not null);
alter table preview add constraint a_unit_is_of_a_role_for_units
  check (unit is null or custom_role is not null or role is not distinct from 'hr-partner');
alter table preview add constraint one_looks_as_one_role check (role is null or custom_role is null);
