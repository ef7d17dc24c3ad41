package dev.signalman.port;

import java.util.List;

/** The watched pipelines: those on a card, until a day after their end. */
@FunctionalInterface
public interface Watches {
    /** The watched pipelines of a project. */
    List<Member> of(String projectId);

    /** A watched pipeline and its workflow. */
    record Member(String pipelineId, String workflowId) {}
}
