-- Values come in day by day for all series, so that those of one series lie on as many pages as it has days: its key holds them, too.
alter table measure_value drop constraint measure_value_pkey;
alter table measure_value add constraint measure_value_pkey primary key (series, day, correction) include (value);
-- A scan of the key alone goes to the table for what came in since the last vacuum.
alter table measure_value set (autovacuum_vacuum_insert_scale_factor = 0.02);
