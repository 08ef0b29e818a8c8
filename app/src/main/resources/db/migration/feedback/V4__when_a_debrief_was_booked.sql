-- A report opens when its debrief is booked, and stays open where the debrief is moved: the first time counts.
alter table feedback_subject add column debrief_booked_at timestamptz;
alter table feedback_subject add constraint a_booked_debrief_has_a_time
  check ((debrief_at is null) = (debrief_booked_at is null));
