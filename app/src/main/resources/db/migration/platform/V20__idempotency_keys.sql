-- A key is whatever a program of others' making sends: a UUID, or printable text of up to 255
-- characters.
alter table idempotency
  add constraint a_key_has_1_to_255_characters check (length(key) between 1 and 255),
  drop constraint a_key_has_1_to_100_characters;
