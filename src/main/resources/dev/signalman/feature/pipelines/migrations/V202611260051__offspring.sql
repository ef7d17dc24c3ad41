-- what came of a pipeline: its promotions, its rebuilds, the reruns of its workflow; target is a pipeline's id, or a workflow's
create table pipeline_offspring (
    pipeline_id varchar not null,
    kind varchar not null,
    target varchar not null,
    found_at timestamp(6) with time zone not null,
    primary key (pipeline_id, kind, target)
);
create index pipeline_offspring_found on pipeline_offspring (found_at);
