-- What lists and the tree ask of an objective, kept beside it, so that a page costs what it shows.

-- An objective may hang below one that not everybody sees: for whom the parent is not there, it heads the tree.
-- Derived by the triggers below, so that the heads are read in their order from one index, as far as they show.
alter table objective add column tree_loose boolean not null default false;

-- Published to all, as the relation "goal-public" has it; who sees the others depends on who looks.
create function is_for_all(visibility text, state text) returns boolean language sql immutable parallel safe as $$
  select visibility = 'public' and state in ('active', 'graded', 'closed')
$$;

create or replace function place_in_tree(moved uuid) returns void language sql as $$
  update objective o set tree_parent = p.parent, tree_top = p.top, tree_loose = p.loose
  from (select m.id, a.parent, a.parent is null or above.cycle <> m.cycle as top,
          a.parent is not null and above.cycle = m.cycle and not is_for_all(above.visibility, above.state) as loose
        from objective m
        left join alignment a on a.child = m.id and a.is_primary and a.state = 'agreed'
        left join objective above on above.id = a.parent
        where m.id = moved) p
  where o.id = p.id and (o.tree_parent, o.tree_top, o.tree_loose) is distinct from (p.parent, p.top, p.loose)
$$;

create function visibility_loosens_tree() returns trigger language plpgsql as $$
begin
  update objective below set tree_loose = not below.tree_top and not is_for_all(new.visibility, new.state)
  where below.tree_parent = new.id;
  return null;
end $$;
create trigger visibility_loosens_tree after update of visibility, state on objective
  for each row when (is_for_all(old.visibility, old.state) <> is_for_all(new.visibility, new.state))
  execute function visibility_loosens_tree();

update objective o set tree_loose = true from objective above
where above.id = o.tree_parent and not o.tree_top and not is_for_all(above.visibility, above.state);

create index objective_that_may_head_the_tree on objective (cycle, level, lower(title), id) where tree_top or tree_loose;
drop index objective_heading_its_tree;
drop index objective_not_for_all;

-- Who may see a dropped objective depends on how far it had come; derived from its states, which only grow in number.
alter table objective add column was_put_forward boolean not null default false;
alter table objective add column was_published boolean not null default false;

create function state_says_how_far() returns trigger language plpgsql as $$
begin
  update objective set was_put_forward = true, was_published = was_published or new.state = 'active'
  where id = new.objective and not (was_put_forward and (was_published or new.state <> 'active'));
  return null;
end $$;
create trigger state_says_how_far after insert on objective_state
  for each row when (new.state in ('proposed', 'active')) execute function state_says_how_far();

update objective o set was_put_forward = true, was_published = past.published
from (select objective, bool_or(state = 'active') as published from objective_state where state in ('proposed', 'active') group by objective) past
where past.objective = o.id;
