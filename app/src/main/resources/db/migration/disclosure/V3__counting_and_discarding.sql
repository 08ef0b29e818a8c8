do $$
begin
  if to_regrole('fairlead_sealed') is not null and pg_has_role('fairlead_sealed', 'member') then
    set local role fairlead_sealed;
  end if;
end $$;

-- How many of these slips something was written on: for bands, never to be shown as it is.
create function sealed.written_on(the_round uuid, slips uuid[]) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select count(*)::int from sealed.sheet s where s.round = the_round and s.slip = any(slips);
  end;

-- A round that ends without reports: what was written goes, and nothing is left of it.
create function sealed.discard_round(the_round uuid, at_time timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update sealed.round r set state = 'sealed', closed_at = coalesce(r.closed_at, at_time), sealed_at = at_time
    where r.id = the_round and r.state <> 'sealed';
  delete from sealed.sheet s where s.round = the_round;
end $$;

revoke all on function sealed.written_on, sealed.discard_round from public;
grant execute on function sealed.written_on, sealed.discard_round to ${app};
reset role;
