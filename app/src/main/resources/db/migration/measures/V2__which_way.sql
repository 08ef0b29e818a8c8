-- Whether the latest value that says something points upwards.
alter table measure_standing add column signal_up boolean;
