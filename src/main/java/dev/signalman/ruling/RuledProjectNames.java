package dev.signalman.ruling;

import dev.signalman.domain.Project;
import java.util.Set;

/**
 * Maps projects to the names that the rules use. A name belongs, by id, to the project that first had it, so renaming a
 * project in Semaphore bypasses no rule.
 */
public interface RuledProjectNames {
    /**
     * How the rules name a project.
     *
     * @param name its name in Semaphore
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be found out
     */
    Naming of(String projectId, String name);

    default Naming of(Project project) {
        return of(project.id(), project.name());
    }

    /**
     * Names in the rules that match no project that the token sees.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be found out
     */
    Set<String> missing();

    /**
     * A project's name as the rules know it.
     *
     * @param name key for looking up the rules
     * @param renamed whether the project has another name by now, or rules name it twice
     */
    record Naming(String name, boolean renamed) {
        /** The project has the name that the rules use, or no rule names it. */
        public static Naming plain(String name) {
            return new Naming(name, false);
        }
    }
}
