-- Derived: whether something of it waits for an answer, figures of single people aside. The list has those first, then
-- names, and stops when its page is full: an index in that order spares it the other measures.
alter table measure add column asks boolean not null default false;
update measure m set asks = true where exists (select from measure_alert a join measure_series s on s.id = a.series and s.person is null
  where a.measure = m.id and a.answered_at is null);
create index measure_in_order on measure (asks desc, lower(name), id) where retired_at is null;

-- The measure is held first: of two alerts that come and go at once the later sees what the earlier left.
create function measure_asks() returns trigger language plpgsql as $$
declare changed uuid := coalesce(new.measure, old.measure);
begin
  perform from measure where id = changed for no key update;
  update measure m set asks = not m.asks where m.id = changed
    and m.asks <> exists (select from measure_alert a join measure_series s on s.id = a.series and s.person is null
      where a.measure = changed and a.answered_at is null);
  return null;
end $$;
create trigger measure_asks after insert or delete or update of answered_at on measure_alert for each row execute function measure_asks();
