package dev.signalman.ruling;

import dev.signalman.domain.Project;
import java.util.Set;

/**
 * Which projects the names in the rules stand for. A name stands for the project that had it when it was first met under it, by its id,
 * so that renaming a project in Semaphore leads past no rule.
 */
public interface RuledProjectNames {
    /**
     * How the rules name a project.
     *
     * @param name what Semaphore calls it
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told
     */
    Naming of(String projectId, String name);

    /** How the rules name a project that was read. */
    default Naming of(Project project) {
        return of(project.id(), project.name());
    }

    /**
     * Names in the rules that stand for no project that the token sees.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told
     */
    Set<String> missing();

    /**
     * A project's name as the rules know it.
     *
     * @param name what the rules are looked up by
     * @param renamed whether the project is called otherwise by now, or rules name it twice
     */
    record Naming(String name, boolean renamed) {
        /** The project is called as the rules say, or they do not name it. */
        public static Naming plain(String name) {
            return new Naming(name, false);
        }
    }
}
