-- What a draft is to be put to, as it stands in the editor, until its writers ask somebody.
alter table objective add column wishes jsonb not null default '{}'
  constraint wishes_have_at_most_2000_characters check (length(wishes::text) <= 2000);
