-- Mail may go to somebody who has no account: by an id of the module that writes to them, which says in the moment of
-- sending who and where they are, and makes the link. Neither an address nor a link waits here.
alter table outgoing_mail alter column recipient drop not null;
alter table outgoing_mail add column outsider uuid;
alter table outgoing_mail add constraint a_mail_goes_to_one check (num_nonnulls(recipient, outsider) = 1);
create index outgoing_mail_by_outsider on outgoing_mail (outsider) where outsider is not null;
