-- What became of an act that carried a key, kept for a day: the same key gets the same answer and
-- the act takes effect once. Written in the act's own transaction.
create table idempotency (
  principal uuid not null,
  act text not null,
  key text not null constraint a_key_has_1_to_100_characters check (length(key) between 1 and 100),
  input_hash bytea not null,
  outcome jsonb,
  made_at timestamptz not null,
  constraint an_act_happens_once_per_key primary key (principal, act, key)
);
create index idempotency_by_age on idempotency (made_at);
