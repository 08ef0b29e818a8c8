-- The activity of the whole organisation, newest first: as many rows are read as are shown.
create index objective_state_by_time on objective_state (at, id);
create index check_in_by_time on check_in (at, id) where takes_back is null;
create index alignment_move_by_time on alignment_move (at, id) where move in ('agreed', 'ended');
create index grade_by_time on grade (at, id) where key_result is null;
create index status_override_by_time on status_override (at, id) where objective is not null;
