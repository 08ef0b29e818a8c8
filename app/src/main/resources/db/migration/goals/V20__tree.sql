-- What trees and lists are read by, so that a page costs what it shows.

-- Whose it is, coarsest first: 0 the organisation's, 1 a unit's, 2 a team's, 3 a person's. Lists are in this order.
alter table objective add column level smallint not null generated always as (
  case when owner_person is not null then 3 when owner_team is not null then 2 when owner_unit is not null then 1 else 0 end) stored;

-- Derived from alignment by the triggers below: the agreed primary parent, and whether the objective heads its
-- cycle's tree (it has none, or one in another cycle).
alter table objective add column tree_parent uuid;
alter table objective add column tree_top boolean not null default true;

create index objective_in_order on objective (cycle, level, lower(title), id);
create index objective_heading_its_tree on objective (cycle, level, lower(title), id) where tree_top;
create index objective_below on objective (tree_parent, level, lower(title), id) where tree_parent is not null;
create index objective_not_for_all on objective (cycle) where visibility <> 'public' or state in ('draft', 'dropped');
create index objective_by_word on objective using gin (to_tsvector('simple', title));

create function place_in_tree(moved uuid) returns void language sql as $$
  update objective o set tree_parent = p.parent, tree_top = p.parent is null or p.cycle <> o.cycle
  from (select m.id, a.parent, above.cycle from objective m
        left join alignment a on a.child = m.id and a.is_primary and a.state = 'agreed'
        left join objective above on above.id = a.parent
        where m.id = moved) p
  where o.id = p.id and (o.tree_parent, o.tree_top) is distinct from (p.parent, p.parent is null or p.cycle <> o.cycle)
$$;

create function alignment_places_in_tree() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform place_in_tree(old.child); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.child <> old.child) then perform place_in_tree(new.child); end if;
  return null;
end $$;
create trigger alignment_places_in_tree after insert or update or delete on alignment
  for each row execute function alignment_places_in_tree();

-- An objective that moves to another cycle heads a tree there, and so may what hung below it.
create function cycle_places_in_tree() returns trigger language plpgsql as $$
begin
  perform place_in_tree(new.id);
  perform place_in_tree(below.id) from objective below where below.tree_parent = new.id;
  return null;
end $$;
create trigger cycle_places_in_tree after update of cycle on objective
  for each row when (old.cycle <> new.cycle) execute function cycle_places_in_tree();

select place_in_tree(id) from objective;
