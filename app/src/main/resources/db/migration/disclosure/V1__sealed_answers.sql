-- What people answer where nobody may know who answered what. All of it belongs to a role that cannot sign in, where
-- there is one: the application may only call the functions below.
do $$
begin
  if to_regrole('fairlead_sealed') is not null and pg_has_role('fairlead_sealed', 'member') then
    if to_regnamespace('sealed') is null then
      create schema sealed authorization fairlead_sealed;
    end if;
    set local role fairlead_sealed;
  elsif to_regnamespace('sealed') is null then
    create schema sealed;
  end if;
end $$;
grant usage on schema sealed to ${app};

-- A window in which answers come in: open, then closing (nothing comes in any more), then sealed.
create table sealed.round (
  id uuid primary key,
  state text not null default 'open' constraint a_known_state check (state in ('open', 'closing', 'sealed')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  sealed_at timestamptz
);

-- What one person has written about one other, while the round is open: sealed with the round's key, which is not in
-- this database. A slip is a random name; who holds it, the module knows whose round it is.
create table sealed.sheet (
  round uuid not null references sealed.round,
  slip uuid not null,
  revision bigint not null,
  body bytea not null,
  primary key (round, slip)
);

-- After the close, each with a random id and in random order, so that no two rows share a trace of who wrote them.
create table sealed.score (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references sealed.round,
  subject uuid not null,
  block text not null,
  competency text not null,
  -- One member's mean in 2520ths, so that it does not tell how many questions were answered.
  score int not null
);
create index score_by_subject on sealed.score (round, subject);

create table sealed.comment (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references sealed.round,
  subject uuid not null,
  block text not null,
  question text not null,
  words text not null
);
create index comment_by_subject on sealed.comment (round, subject);

-- Who was in a block, so that a later release is not that of the same people but one.
create table sealed.member (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references sealed.round,
  subject uuid not null,
  block text not null,
  person uuid not null,
  constraint a_member_counts_once unique (round, subject, person)
);
create index member_by_subject on sealed.member (subject);

create function sealed.open_round(the_round uuid, at_time timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into sealed.round (id, opened_at) values (the_round, at_time) on conflict (id) do nothing;
  end;

create function sealed.state_of(the_round uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select state from sealed.round where id = the_round;
  end;

create function sealed.sheet_of(the_round uuid, the_slip uuid) returns table (revision bigint, body bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select s.revision, s.body from sealed.sheet s where s.round = the_round and s.slip = the_slip;
  end;

-- The sheet's new revision; -1 when it is not the one that was written on; -2 when the round takes nothing more.
create function sealed.keep_sheet(the_round uuid, the_slip uuid, on_revision bigint, new_body bytea) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  written bigint;
begin
  perform from sealed.round r where r.id = the_round and r.state = 'open' for share;
  if not found then
    return -2;
  end if;
  if on_revision = 0 then
    insert into sealed.sheet (round, slip, revision, body) values (the_round, the_slip, 1, new_body)
      on conflict (round, slip) do nothing returning revision into written;
  else
    update sealed.sheet s set revision = s.revision + 1, body = new_body
      where s.round = the_round and s.slip = the_slip and s.revision = on_revision returning s.revision into written;
  end if;
  return coalesce(written, -1);
end $$;

-- Whether there was one and the round still lets it be taken back.
create function sealed.withdraw_sheet(the_round uuid, the_slip uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from sealed.round r where r.id = the_round and r.state = 'open' for share;
  if not found then
    return false;
  end if;
  delete from sealed.sheet s where s.round = the_round and s.slip = the_slip;
  return found;
end $$;

-- From here on nothing comes in. Whoever is writing is waited for.
create function sealed.close_round(the_round uuid, at_time timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  stands text;
begin
  select r.state into stands from sealed.round r where r.id = the_round for update;
  if stands = 'open' then
    update sealed.round r set state = 'closing', closed_at = at_time where r.id = the_round;
    return 'closing';
  end if;
  return stands;
end $$;

-- What one subject was told, in the order given, which has to be a random one.
create function sealed.lay_down(
  the_round uuid, the_subject uuid,
  score_blocks text[], score_competencies text[], scores int[],
  comment_blocks text[], comment_questions text[], comments text[],
  member_blocks text[], members uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from sealed.round r where r.id = the_round and r.state = 'closing' for update;
  if not found then
    raise exception 'round % is not being closed', the_round;
  end if;
  insert into sealed.score (round, subject, block, competency, score)
    select the_round, the_subject, t.block, t.competency, t.score
    from unnest(score_blocks, score_competencies, scores) with ordinality t (block, competency, score, place)
    order by t.place;
  insert into sealed.comment (round, subject, block, question, words)
    select the_round, the_subject, t.block, t.question, t.words
    from unnest(comment_blocks, comment_questions, comments) with ordinality t (block, question, words, place)
    order by t.place;
  insert into sealed.member (round, subject, block, person)
    select the_round, the_subject, t.block, t.person
    from unnest(member_blocks, members) with ordinality t (block, person, place)
    order by t.place;
end $$;

-- The last step of the same transaction: what named its writer is gone.
create function sealed.seal_round(the_round uuid, at_time timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update sealed.round r set state = 'sealed', sealed_at = at_time where r.id = the_round and r.state = 'closing';
  if not found then
    raise exception 'round % is not being closed', the_round;
  end if;
  delete from sealed.sheet s where s.round = the_round;
end $$;

revoke all on all functions in schema sealed from public;
grant execute on all functions in schema sealed to ${app};
reset role;
