-- When backups were made with our own command, so that the server can say when the last one was.
create table backup_made (
  at timestamptz primary key,
  row_count bigint not null
);
