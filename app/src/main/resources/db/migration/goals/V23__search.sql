-- The search behind "/" finds key results by the beginnings of their words, as objectives are found.
create index key_result_by_word on key_result using gin (to_tsvector('simple', title));
