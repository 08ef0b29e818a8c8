-- Whoever manages many through others has few direct reports, and how many layers there are is the deepest line.
create index line_of_direct on line_of (above, below) where depth = 1;
create index line_of_by_depth on line_of (depth);
