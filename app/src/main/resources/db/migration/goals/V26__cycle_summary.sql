-- What large cycles tell, over the goals that everybody may see; counted ahead, so that the page costs the same
-- however many there are. Derived: a row that is missing is counted again.
create table cycle_summary (
  cycle uuid primary key references cycle on delete cascade,
  as_of timestamptz not null,
  -- How long counting took: the longer, the rarer.
  took interval not null,
  summary jsonb not null
);
