-- Taking a person or a unit away asks every table that may name it; each answers from an index.
create index role_grant_by_giver on role_grant (granted_by) where granted_by is not null;
create index role_grant_by_unit on role_grant (unit) where unit is not null;
create index session_by_real_person on session (signed_in_as_by) where signed_in_as_by is not null;
create index one_time_link_by_maker on one_time_link (created_by) where created_by is not null;
