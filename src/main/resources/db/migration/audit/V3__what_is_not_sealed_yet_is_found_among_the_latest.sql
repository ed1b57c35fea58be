-- The sealer asks every second for the facts of the latest transactions; without this it compared all
-- facts of all years with their seals.
create index fact_tx on audit.fact (tx);
