-- How often which reason not to answer was given in a round that is over. While it runs the reason stands beside who gave
-- it, since they may not be asked again; with its end only this is left.
create table feedback_decline (
  round uuid not null references feedback_round on delete cascade,
  reason text not null,
  times int not null constraint a_decline_was_given check (times > 0),
  primary key (round, reason)
);
insert into feedback_decline (round, reason, times)
select fs.round, fr.declined_because, count(*) from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
join feedback_round r on r.id = fs.round
where r.state in ('published', 'stopped') and fr.declined_because is not null group by fs.round, fr.declined_because;
update feedback_rater fr set state = 'asked', declined_because = null from feedback_subject fs
join feedback_round r on r.id = fs.round
where fs.id = fr.subject and r.state in ('published', 'stopped') and fr.state = 'declined';

-- The end of asking: slips go, and who would rather not. One row after the other in the order of random ids, for a table
-- keeps its rows in the order in which they were last changed, and who declined changed last.
create function feedback_forget_slips(the_round uuid) returns void language plpgsql as $$
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
    update feedback_rater set slip = null, declined_because = null,
      state = case state when 'declined' then 'asked' else state end
    where id = rater;
  end loop;
end $$;
