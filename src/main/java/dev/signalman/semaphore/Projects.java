package dev.signalman.semaphore;

import dev.signalman.domain.Member;
import dev.signalman.domain.Project;
import java.util.List;

/** Projects that the token sees. */
public interface Projects {
    /** All of them, through all pages. */
    List<Project> list();

    /** Reads one by its name; Semaphore does not find it by id. */
    Project describe(String name);

    /** The people who may see it; service accounts are not among them. */
    List<Member> members(String projectId);
}
