-- Taking a person, an objective or a key result away asks every table that may name it; each answers from an index.
create index objective_by_maker on objective (created_by);
create index objective_by_origin on objective (carried_from) where carried_from is not null;
create index objective_state_by_person on objective_state (by_person);
create index objective_version_by_person on objective_version (by_person);
create index key_result_track_by_person on key_result_track (last_by) where last_by is not null;
create index alignment_move_by_person on alignment_move (by_person);
create index status_override_by_person on status_override (by_person);
create index grade_by_person on grade (by_person);
create index grade_by_key_result on grade (key_result) where key_result is not null;
create index retrospective_by_person on retrospective (by_person);
create index objective_opened_by_person on objective_opened (person);
create index goal_import_by_person on goal_import (by_person);
create index goal_import_by_cycle on goal_import (cycle) where cycle is not null;
