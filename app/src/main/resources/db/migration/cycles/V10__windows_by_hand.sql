-- Somebody moved the end of a window, so the calendar no longer does.
alter table cycle add column planning_by_hand boolean not null default false;
alter table cycle add column grading_by_hand boolean not null default false;
