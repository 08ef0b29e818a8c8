-- Which lessons somebody has done, for nobody but them to see. A lesson is a text of the product and no row.
create table lesson_done (
  person uuid not null references person,
  lesson text not null constraint a_lesson_has_an_id check (lesson ~ '^[a-z][a-z-]{0,79}$'),
  edition int not null constraint an_edition_is_one_or_more check (edition >= 1),
  at timestamptz not null,
  primary key (person, lesson)
);
