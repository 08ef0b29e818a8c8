-- Looking at the product as somebody who holds a role. The one who looks reads as a person who is
-- nobody, so that nothing of their own shows and every read stands in the record apart.
create table preview (
  person uuid primary key references person on delete cascade,
  by_person uuid not null references person on delete cascade,
  -- Null: somebody without any role.
  role text constraint a_known_role_is_previewed check (role in ('hr-partner', 'executive', 'finance', 'auditor', 'it-administrator')),
  unit uuid references unit on delete cascade,
  begun_at timestamptz not null,
  constraint an_hr_partner_has_a_unit check ((unit is not null) = (role is not distinct from 'hr-partner'))
);
create index preview_by_person on preview (by_person);
create index preview_by_unit on preview (unit) where unit is not null;
alter table session add column preview uuid references preview on delete set null;
create index session_by_preview on session (preview) where preview is not null;
