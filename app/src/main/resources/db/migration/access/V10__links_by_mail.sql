-- A link that signs in once, which people have mailed to themselves.
alter table one_time_link drop constraint a_known_purpose;
alter table one_time_link add constraint a_known_purpose
  check (purpose in ('first-administrator', 'administrator-reset', 'set-password', 'sign-in'));
alter table one_time_link drop constraint a_password_link_is_somebodys;
alter table one_time_link add constraint a_persons_link_is_somebodys
  check ((purpose in ('set-password', 'sign-in')) = (person is not null));
