-- From which day on the usual range is that of the latest value: since the last declared change; the latest day alone where
-- the range moves with the season or with the value before. Null until the series is found anew.
alter table measure_standing add column range_from date;
