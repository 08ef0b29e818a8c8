-- How far apart raters of a round are beside reviewees, from thirty of both on; never of a person.
create table feedback_rater_spread (
  round uuid primary key references feedback_round on delete cascade,
  raters numeric not null,
  reviewees numeric not null,
  rest numeric not null
);
