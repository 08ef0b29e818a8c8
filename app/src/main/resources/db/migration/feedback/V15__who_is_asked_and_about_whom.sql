-- Whether reviewees and their managers rate by name, and whether only those are meant who lead.
alter table feedback_round add column asks_self boolean not null default true;
alter table feedback_round add column asks_manager boolean not null default true;
alter table feedback_round add column reviewees text not null default 'everyone'
  constraint a_known_kind_of_reviewees check (reviewees in ('everyone', 'leaders', 'leaders-of-leaders'));
