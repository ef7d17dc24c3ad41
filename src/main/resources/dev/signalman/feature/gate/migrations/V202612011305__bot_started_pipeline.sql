-- Named for what it holds: pipelines that runs, reruns and rebuilds through the bot started.
ALTER TABLE judged_start RENAME TO bot_started_pipeline;
