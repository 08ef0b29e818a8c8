-- What kept a round from opening or closing when it was tried last; whoever runs it was told.
alter table feedback_round add column hindrance text
  constraint a_known_hindrance check (hindrance in ('key-folder', 'key-lost', 'answers-changed', 'fault'));
