-- Lists sorted by title read as many rows as they show.
create index objective_by_title on objective (cycle, lower(title), id);
