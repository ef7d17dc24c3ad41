package dev.signalman.subject;

import dev.signalman.domain.Job;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Workflow;

/** What a subject was resolved to. */
public sealed interface ResolvedSubject {
    /** A pipeline, read in detail. */
    record OfPipeline(Pipeline pipeline) implements ResolvedSubject {}

    /** A workflow, and its first pipeline in detail. */
    record OfWorkflow(Workflow workflow, Pipeline first) implements ResolvedSubject {}

    record OfJob(Job job) implements ResolvedSubject {}
}
