-- What one writer has on several slips, read at once: a list of all that somebody is asked costs one statement.
do $$
begin
  if to_regrole('fairlead_sealed') is not null and pg_has_role('fairlead_sealed', 'member') then
    set local role fairlead_sealed;
  end if;
end $$;

create function sealed.sheets_of(the_rounds uuid[], the_slips uuid[])
  returns table (round uuid, slip uuid, revision bigint, body bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select s.round, s.slip, s.revision, s.body
    from unnest(the_rounds, the_slips) as t (round, slip)
    join sealed.sheet s on s.round = t.round and s.slip = t.slip;
  end;

revoke all on function sealed.sheets_of(uuid[], uuid[]) from public;
grant execute on function sealed.sheets_of(uuid[], uuid[]) to ${app};
reset role;
