package dev.signalman.semaphore;

import dev.signalman.domain.Member;
import dev.signalman.domain.Project;
import java.util.List;

/** The projects that the token can see. */
public interface Projects {
    /** Reads all pages. */
    List<Project> list();

    /** Reads a project by name. Semaphore has no lookup by id. */
    Project describe(String name);

    /** The people who may see the project, without service accounts. */
    List<Member> members(String projectId);
}
