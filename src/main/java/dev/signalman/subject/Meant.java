package dev.signalman.subject;

import dev.signalman.domain.Job;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Workflow;

/** What a subject turned out to mean. */
public sealed interface Meant {
    /** A pipeline, read in detail. */
    record OfPipeline(Pipeline pipeline) implements Meant {}

    /** A workflow, and its first pipeline in detail. */
    record OfWorkflow(Workflow workflow, Pipeline first) implements Meant {}

    /** A job. */
    record OfJob(Job job) implements Meant {}
}
