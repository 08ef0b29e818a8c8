-- A guest's address may be corrected while the round takes answers. What was written with a link to the one before stays
-- under its own slip, which opens to nobody any more; every correction adds one, whether or not anything was written on it.
alter table feedback_rater add column earlier_slips uuid[] not null default '{}';

-- As before, and the earlier slips go too.
create or replace function feedback_forget_slips(the_round uuid) returns void language plpgsql as $$
declare
  rater uuid;
begin
  insert into feedback_decline (round, reason, times)
    select the_round, fr.declined_because, count(*) from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
    where fs.round = the_round and fr.declined_because is not null group by fr.declined_because
    on conflict (round, reason) do update set times = feedback_decline.times + excluded.times;
  for rater in
    select fr.id from feedback_rater fr join feedback_subject fs on fs.id = fr.subject where fs.round = the_round
    order by fr.id
  loop
    update feedback_rater set slip = null, earlier_slips = '{}', declined_because = null,
      state = case state when 'declined' then 'asked' else state end
    where id = rater;
  end loop;
end $$;
