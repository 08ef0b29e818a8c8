-- Taking a person away asks every table that may name them; each answers from an index.
create index framework_version_by_author on framework_version (author) where author is not null;
