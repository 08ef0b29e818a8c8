-- When what was told is to be gathered into a mail; null: it is not, or it was. The gathering looks
-- at the person's rhythm and quiet hours and moves it on where it is too early.
alter table notice add column mail_due timestamptz;
create index notice_to_mail on notice (mail_due) where mail_due is not null;
create index notice_to_mail_of on notice (recipient) where mail_due is not null;

-- To whom mail may leave this server: everyone, a unit with all below it, a person. No row: to nobody.
create table mail_audience (
  id uuid primary key,
  everyone boolean not null default false,
  unit uuid references unit on delete cascade,
  person uuid references person,
  opened_by uuid references person,
  opened_at timestamptz not null,
  constraint an_audience_is_one_thing check (num_nonnulls(unit, person) + everyone::int = 1)
);
create unique index an_audience_is_named_once on mail_audience (everyone, unit, person) nulls not distinct;
create index mail_audience_by_unit on mail_audience (unit) where unit is not null;
create index mail_audience_by_person on mail_audience (person) where person is not null;
create index mail_audience_by_opener on mail_audience (opened_by) where opened_by is not null;

-- Mail on its way out and what became of it. The address is looked up when it is sent; what it says
-- is keys and parameters; a link's token stands sealed with a key that is not in the database.
create table outgoing_mail (
  id uuid primary key,
  recipient uuid not null references person,
  kind text not null,
  letter jsonb not null,
  secret bytea,
  queued_at timestamptz not null,
  -- What it leads to is over by then, so sending it would be no use.
  useless_from timestamptz,
  state text not null default 'waiting' constraint a_known_state_of_mail
    check (state in ('waiting', 'sending', 'sent', 'refused', 'given-up', 'withdrawn')),
  -- Waiting: not before. Sending: until then the one who claimed it has it.
  next_at timestamptz not null,
  lease uuid,
  tries int not null default 0,
  -- It was being handed over then; if nobody wrote down how that ended, it may have arrived.
  handed_at timestamptz,
  perhaps_twice boolean not null default false,
  ended_at timestamptz,
  reply text not null default ''
);
create index outgoing_mail_to_send on outgoing_mail (next_at, id) where state in ('waiting', 'sending');
create index outgoing_mail_by_recipient on outgoing_mail (recipient);
create index outgoing_mail_by_end on outgoing_mail (ended_at) where ended_at is not null;
create index outgoing_mail_undelivered on outgoing_mail (ended_at desc, id) where state in ('refused', 'given-up');

-- What is wrong with the mail server, for all nodes; no row: nothing known.
create table mail_trouble (
  one boolean primary key default true constraint one_row_of_trouble check (one),
  what text not null,
  since timestamptz not null,
  times int not null,
  retry_at timestamptz not null
);
