alter table feedback_round drop constraint what_is_left_out_is_known;
alter table feedback_round add constraint what_is_left_out_is_known check (without <@ array['assignment',
  'participation', 'minutes', 'pace', 'strengths', 'gaps', 'precision', 'hints', 'spread', 'range', 'halo', 'teams',
  'patterns']);
