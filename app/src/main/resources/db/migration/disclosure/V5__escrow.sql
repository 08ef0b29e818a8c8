do $$
begin
  if to_regrole('fairlead_sealed') is not null and pg_has_role('fairlead_sealed', 'member') then
    set local role fairlead_sealed;
  end if;
end $$;

-- Until when the packages of a round's escrow may be handed out. The round keeps it when they are gone.
alter table sealed.round add column escrow_until timestamptz;

-- Who wrote a published comment, closed for two custodians and, around that, with a key that lies beside the database
-- and is destroyed when the days are over. Nothing here says who.
create table sealed.escrow (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references sealed.round,
  comment uuid not null,
  body bytea not null,
  constraint a_comment_has_one_package unique (round, comment)
);

-- While the round is being closed, in the order given, which has to be a random one.
create function sealed.put_into_escrow(the_round uuid, until_time timestamptz, comments uuid[], bodies bytea[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update sealed.round r set escrow_until = until_time where r.id = the_round and r.state = 'closing';
  if not found then
    raise exception 'round % is not being closed', the_round;
  end if;
  insert into sealed.escrow (round, comment, body)
    select the_round, t.comment, t.body
    from unnest(comments, bodies) with ordinality t (comment, body, place)
    order by t.place;
end $$;

create function sealed.escrow_until(the_round uuid) returns timestamptz
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select r.escrow_until from sealed.round r where r.id = the_round;
  end;

create function sealed.escrow_of(the_round uuid, the_comment uuid) returns table (body bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select e.body from sealed.escrow e where e.round = the_round and e.comment = the_comment;
  end;

-- Rounds whose days are over and that still have packages.
create function sealed.escrows_due(at_time timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select r.id from sealed.round r
    where r.escrow_until <= at_time and exists (select from sealed.escrow e where e.round = r.id);
  end;

create function sealed.end_escrow(the_round uuid) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from sealed.escrow e where e.round = the_round;
  end;

revoke all on function sealed.put_into_escrow, sealed.escrow_until, sealed.escrow_of, sealed.escrows_due, sealed.end_escrow from public;
grant execute on function sealed.put_into_escrow, sealed.escrow_until, sealed.escrow_of, sealed.escrows_due, sealed.end_escrow to ${app};
reset role;
