package dev.signalman.port;

import java.util.List;

/** Which pipelines are watched: those that a card shows, until a day after their end. */
@FunctionalInterface
public interface Watches {
    /** Those of a project. */
    List<Member> of(String projectId);

    /** A pipeline that is watched, and the workflow that it belongs to. */
    record Member(String pipelineId, String workflowId) {}
}
