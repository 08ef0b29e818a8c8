-- The links of guests. Each mail holds one of its own, which is made while it is sent and of which only a hash is kept;
-- one that was made to be handed over ends those before it. All are gone with the close.
create table feedback_guest_link (
  hash bytea primary key,
  guest uuid not null references feedback_guest on delete cascade,
  -- Made by whoever runs the round, and shown to them once.
  by_hand boolean not null
);
create index feedback_guest_link_by_guest on feedback_guest_link (guest);
insert into feedback_guest_link (hash, guest, by_hand)
  select link_hash, id, true from feedback_guest where link_hash is not null;
-- The column stays empty until a later release takes it away.
update feedback_guest set link_hash = null where link_hash is not null;
